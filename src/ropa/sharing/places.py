"""The graph of countries: where the data are, and where they go from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ropa.sharing.edge import grounds_in
from ropa.sharing.folding import EVERYBODY, Members, together
from ropa.sharing.graph import SharingGraph

Known = dict[tuple[str, str], dict[str, bool]]
"""Where a party has the data of an activity, as far as flows to it say; and whether one of them surely brings them there."""


def countries(graph: SharingGraph) -> SharingGraph:
    """The graph of countries: a node for each country data go to, one where none is stated, one for all people.

    A flow goes to every country in which it says that the data are processed, and to every one from which they can be
    reached; of the two its edge has only that: `countries` or `access_from`. A flow that says nowhere is processed goes to
    `fold:place:` (not stated): where a recipient is established does not say where the data are. It comes from where its
    sender has the data: there where flows of the same activity brought them. Only what a controller itself has, and no
    flow brought to a stated place, counts as being in the controller's own country. Where a sender may have the data in
    one country and has or may have them in another as well, a flow comes from the first only possibly: its edge from
    there is `possible`, whatever the flow is.

    A node `fold:place:CODE` has the attributes of one of `fold`, `by` is "place"; `folded` are the parties that have
    data there: one party may stand in several countries.
    """
    known = _known(graph)
    people = [node for node, facts in graph.nodes(data=True) if facts["kind"] == "people"]
    members: dict[str, dict[str, None]] = {EVERYBODY: dict.fromkeys(people)} if people else {}
    found: Members = {}
    for start, end, name, facts in graph.edges(keys=True, data=True):
        for place, part in _parts(graph, end, facts):
            members.setdefault(place, {})[end] = None
            for here, surely in _from(graph, known, start, facts):
                members.setdefault(here, {})[start] = None
                said = part if surely else {**part, "possible": True}
                found.setdefault((here, place), []).append((start, end, name, said))
    holder = str(graph.graph.get("holder") or "")
    if holder in graph and not any(holder in nodes for nodes in members.values()):
        members.setdefault(_node(graph.nodes[holder]["country"]), {})[holder] = None
    return together(graph, "place", {key: list(nodes) for key, nodes in members.items()}, found)


def _known(graph: SharingGraph) -> Known:
    known: Known = {}
    for start, end, facts in graph.edges(data=True):
        if start != end:
            there = known.setdefault((end, str(facts["activity"])), {})
            for one in facts["countries"] or [_own(graph, end, facts)]:
                there[one] = there.get(one, False) or not facts["possible"]
    return known


def _node(country: str) -> str:
    return f"fold:place:{country}"


def _own(graph: SharingGraph, node: str, facts: Mapping[str, Any]) -> str:
    """The country of a party that is a controller of the activity; of others it says nothing of the data."""
    party = graph.nodes[node]
    controls = facts["activity"] in (party.get("controller_of") or ())
    return str(party["country"] or "") if controls else ""


def _from(
    graph: SharingGraph, known: Known, start: str, facts: Mapping[str, Any]
) -> Iterator[tuple[str, bool]]:
    """The nodes a flow comes from, and whether it does so where it happens: of one place alone nothing is open."""
    if graph.nodes[start]["kind"] == "people":
        yield EVERYBODY, True
        return
    there = known.get((start, str(facts["activity"]))) or {_own(graph, start, facts): True}
    yield from ((_node(one), surely or len(there) == 1) for one, surely in there.items())


def _parts(
    graph: SharingGraph, end: str, facts: Mapping[str, Any]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The nodes a flow goes to, each with what it says of that country."""
    processed, reached = facts["countries"], facts["access_from"]
    for code in dict.fromkeys((*(processed or [_own(graph, end, facts)]), *reached)):
        here = [code] if code else []
        yield (
            _node(code),
            {
                **facts,
                "countries": here if code in processed else [],
                "access_from": here if code in reached else [],
                "grounds": grounds_in(facts, code),
                "listed_in": here if code in (facts.get("listed_in") or ()) else [],
                "adequate": here if code in (facts.get("adequate") or ()) else [],
                "adequate_if": here if code in (facts.get("adequate_if") or ()) else [],
            },
        )
