"""Flows of data that no flow brings to their sender: a step before them is not recorded (Article 30(1)(d))."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.model import PEOPLE
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look, named
from ropa.sharing.spread import Spread, Way, union


def never_received(look: Look) -> Iterator[Gap]:
    """Every flow whose sender gets none of the activity's data, or not those the flow names.

    A party from which a controller gets data, or that an item names as its source, has data of its own.
    """
    for activity in look.reach:
        spread = look.reach[activity]
        own = _sources(look, spread)
        for way in spread.ways:
            sender = way.hop.sender
            if sender == PEOPLE or sender in own:
                continue
            if sender in spread.begun:
                yield _gap(spread, way, "nothing", 0)
            elif missing := _missing(spread, way):
                yield _gap(spread, way, "not-these", missing)


def _sources(look: Look, spread: Spread) -> set[str]:
    own = {hop.sender for hop in spread.hops if hop.source} | set(spread.matter.controllers)
    seen = look.reach.seen.get(spread.matter.activity)
    if seen is not None:
        own.update(one for said in seen.said("personal_data", look.on) for one in said.value.source)
    return own


def _missing(spread: Spread, way: Way) -> int:
    """What a flow names of its own accord and its sender does not get; one that names nothing claims nothing.

    A side that is not named is all that the sender holds: kinds of data are missing where none of them arrives of
    anybody, and people where nothing of theirs does. Only where both are named each kind is claimed of each of them.
    """
    flow, held = way.hop.flow, spread.possible.held(way.hop.sender)
    missing = way.tokens & ~held
    if not missing or (flow.personal_data and flow.data_subjects):
        return missing
    claimed = [spread.asked(data=[one]) for one in flow.personal_data]
    claimed += [spread.asked(people=[one]) for one in flow.data_subjects]
    return union(missing & tokens for tokens in claimed if not tokens & held)


def _gap(spread: Spread, way: Way, how: str, missing: int) -> Gap:
    return Gap(
        kind=GapKind.NEVER_RECEIVED,
        how=how,
        at=(way.hop.path,),
        article="30(1)(d)",
        activities=named(way.hop.activity),
        sender=way.hop.sender,
        recipient=way.hop.recipient,
        tokens=spread.tokens(missing),
        possible=way.hop.flow.possible is True,
    )
