"""Who tells whom of a breach on the way back to the controllers: every processor whoever sent it the data."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from ropa.law import Role
from ropa.model import PEOPLE
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import Placed, Trail
from ropa.sharing.walk import before


class Tells(NamedTuple):
    """On what it turns that one party tells another."""

    if_who: str = ""
    """On whose being a processor, where that is open; empty where it is sure."""
    possible: bool = False
    """Whether no data surely came that way to the party with the breach."""

    def or_else(self, other: Tells) -> Tells:
        """The same notice for other data: what is sure for some is sure."""
        return Tells(self.if_who and other.if_who, self.possible and other.possible)


def upward(spread: Spread, party: str) -> Mapping[tuple[str, str], Tells]:
    """Who tells whom, beginning with a party that holds data of an activity, and on what that turns."""
    pairs = _pairs(spread, party, spread.possible, spread.into)
    if spread.certain is spread.possible:
        return {pair: Tells(if_who) for pair, if_who in pairs.items()}
    sure = _pairs(spread, party, spread.certain, spread.surely_into)
    return {pair: Tells(if_who, pair not in sure) for pair, if_who in pairs.items()}


def _pairs(
    spread: Spread, party: str, trail: Trail, into: Mapping[str, Sequence[Placed]]
) -> Mapping[tuple[str, str], str]:
    """Who tells whom along a trail, with on whose being a processor it turns."""
    here = {at: trail.at[at] for at in trail.of(party)}
    held = tuple(dict.fromkeys(one for at in here for one in spread.matter.answers_for(at[1])))
    behalf, tells = frozenset(held), dict[str, dict[str, bool]]()
    for way in before(spread, here, trail, among=into):
        if not _may_be_processor(spread, way):
            continue
        senders = way.hop.controllers if way.hop.sender == PEOPLE else (way.hop.sender,)
        for whom in (one for sender in senders for one in _meant(spread, held, behalf, sender)):
            if whom not in (way.hop.recipient, party):  # in a circle nobody tells the one that tells first
                those = tells.setdefault(way.hop.recipient, {})
                those[whom] = those.get(whom, False) or way.hop.is_processor
    # a processor's chain ends where a controller on its own account got the data
    found: dict[tuple[str, str], str] = {}
    waiting, reached = [party], {party: ""}
    for who in waiting:
        for whom, is_sure in tells.get(who, {}).items():
            found[who, whom] = reached[who] or ("" if is_sure else who)
            if whom not in reached:
                reached[whom] = found[who, whom]
                waiting.append(whom)
    return found


def _may_be_processor(spread: Spread, way: Way) -> bool:
    if way.hop.is_processor:
        return True
    if way.hop.returned:
        return False
    is_open = not way.hop.role or Role.PROCESSOR in way.hop.role
    return is_open and way.hop.recipient not in spread.matter.among


def _meant(spread: Spread, held: Sequence[str], behalf: Collection[str], sender: str) -> tuple[str, ...]:
    """Who a sender is for what is held: of a category of controllers, those for whom it is held."""
    matter = spread.matter
    if sender not in matter.among or sender in behalf:
        return (sender,)
    return matter.narrowed(held, matter.tag(sender)) or (sender,)
