"""A part of the sharing graph: the flows by which data get to a party and on from it, of one activity, of one kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ropa.model import PEOPLE, Register
from ropa.model.dump import plain
from ropa.sharing.further_up import spot
from ropa.sharing.graph import SharingGraph, edges_of, party_node, sharing_graph
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
from ropa.sharing.walk import before, onward
from ropa.sharing.word import word_for

if TYPE_CHECKING:
    from ropa.law import Tables

Step = tuple[str, str, str]
"""A flow as the graph knows it: its path, its sender, its recipient."""


def around(
    register: Register,
    *,
    on: date | None,
    party: str | None = None,
    activity: str | None = None,
    data: str | None = None,
    depth: int = 0,
    tables: Tables | None = None,
) -> SharingGraph:
    """The flows of one activity, of one kind of data, or by which data reach a party and go on from it.

    Data that a party does not get are not followed, however its flows and those of others meet. With `depth` only
    so many steps around the party are shown (0: all its chain). `tables` are dated tables with rows of your own.
    Raises `UnknownEntry` for what the register has not.
    """
    graph = sharing_graph(register, on, tables)
    if party is None and activity is None and data is None:
        return graph
    reach = Reach.of(register, on)
    if party is not None:
        register.party(party)
    if activity is not None:
        register.activity(activity)
    word = None if data is None else word_for(reach, data)[0]
    kept: dict[str, set[Step]] = {}
    for key in (one for one in reach if activity in (None, one)):
        spread = reach[key]
        asked = spread.everything if word is None else spread.asked(data=[word])
        if asked and (party is None or key in reach.by_party.get(party, ())):
            kept[key] = {spot(way.hop) for way in _ways(spread, asked, party, depth)}
    ends = {key: {end for step in steps for end in step[1:]} for key, steps in kept.items()}
    edges = [
        (start, end, key)
        for start, end, key, facts in graph.edges(keys=True, data=True)
        if facts["activity"] in kept
        and (
            (
                (facts["path"], _end(start), _end(end)) in kept[facts["activity"]]
                and _given(facts, start, word)
            )
            or _begins(ends[facts["activity"]], facts, start, end, party, word)
        )
    ]
    return edges_of(graph, edges)


def _begins(
    touched: set[str], facts: Mapping[str, Any], start: str, end: str, party: str | None, word: Any
) -> bool:
    """Whether an edge that no flow stands for says how data of the part begin."""
    if not facts["begins"] or start.startswith("party:") or facts["path"].count(".") > 1:
        return False
    return (party is None or end == party_node(party) or _end(end) in touched) and _given(facts, start, word)


def _given(facts: Mapping[str, Any], start: str, word: Any) -> bool:
    """Whether a group of people gives that kind of data, as far as is said; what parties send is told by its step."""
    return (
        word is None
        or start.startswith("party:")
        or not facts["personal_data"]
        or plain(word) in facts["personal_data"]
    )


def _end(node: str) -> str:
    kind, _, key = node.partition(":")
    return key if kind == "party" else PEOPLE


def _ways(spread: Spread, asked: int, party: str | None, depth: int) -> Iterator[Way]:
    """The flows of an activity that carry what is asked: all, or those that lead to a party or on from it."""
    if party is None:
        yield from (way for way in spread.ways if spread.carried(way) & asked)
        return
    here = {at: spread.possible.at[at] & asked for at in spread.possible.of(party)}
    yield from onward(spread, here, depth)
    yield from before(spread, here, spread.possible, depth)
