"""Sub-processors that somebody further up the chain does not allow: Article 28(2) and (4).

Who engages the sender of a flow is asked by `Engagements.authorisations`. Here those above are asked too: a controller
that allows its processor only the sub-processors it lists has to list who those engage in their turn. Only a paper
that speaks of it is told of. One that authorises in general is enough; one that says nothing is a gap where it is nearest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ropa.model import PEOPLE, Hop
from ropa.sharing.engagement import Engagement, Engagements, Permission
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import At, Leaving, Trail

LIMITS = (Permission.NOT_LISTED, Permission.REFUSED)
"""What a paper says that does not allow a sub-processor."""
Spot = tuple[str, str, str]
"""A flow by its path, its sender and its recipient."""


class Withheld(NamedTuple):
    """Somebody further up does not list a sub-processor, or wants none, in its papers with the processor it engages."""

    by: str
    processor: str
    """Whom it engages; from there the chain leads to whoever engages the sub-processor."""
    permission: Permission
    """Only those listed are authorised, or nobody."""
    agreements: tuple[str, ...]
    possible: bool
    """Whether it is open that its data get that far."""


def spot(hop: Hop) -> Spot:
    """What a flow is looked up by."""
    return hop.path, hop.sender, hop.recipient


def withheld(spread: Spread, engaged: Engagements) -> Mapping[Spot, tuple[Withheld, ...]]:
    """What those further up withhold, for each flow of an activity by which a sub-processor is engaged.

    Data are followed by type, for whom they are: a branch that carries nothing of theirs does not concern them. Who
    engages the sender itself is left out: that is told there. The work is that of the flows below a limit; where no
    paper sets one there is none.
    """
    pairs = _limited(engaged)
    if not pairs:
        return {}
    ways = {id(way.hop): way for way in spread.ways}
    down = [way for way in spread.ways if way.hop.is_processor and way.hop.sender != PEOPLE and not way.own]
    every = Leaving(down)
    sure = Leaving(way for way in down if not way.possible)
    found: dict[Spot, list[Withheld]] = {}
    for (by, processor), engagements in pairs.items():
        begins = [ways[id(one.hop)] for one in engagements]
        papers = tuple(dict.fromkeys(key for one in engagements for key in one.agreements))
        reached = _reached(spread, _passed(spread, by, begins, spread.possible), every)
        certain = reached
        if spread.certain is not spread.possible:
            surely = [way for way in begins if not way.possible]
            certain = _reached(spread, _passed(spread, by, surely, spread.certain), sure)
        for place, (hop, tags) in reached.items():
            if hop.recipient not in (by, processor) and by not in engaged.asked(hop):
                keys = (*papers, *engaged.of_members(tags, processor))
                said = engaged.best(by, keys, hop.recipient)
                if said.permission in LIMITS:
                    one = Withheld(by, processor, said.permission, said.agreements, place not in certain)
                    found.setdefault(place, []).append(one)
    return {place: tuple(held) for place, held in found.items()}


def _limited(engaged: Engagements) -> Mapping[tuple[str, str], list[Engagement]]:
    """Who engages whom by a paper that allows only some sub-processors or none, or for others who may have such a paper."""
    limits, grouped = engaged.papers.limits, engaged.matter.members
    found: dict[tuple[str, str], list[Engagement]] = {}
    if limits:
        for one in engaged:
            if one.engager in grouped or any(key in limits for key in one.agreements):
                found.setdefault((one.engager, one.processor), []).append(one)
    return found


_Reached = Mapping[Spot, tuple[Hop, Mapping[str, None]]]
"""Flows to sub-processors, and for whom."""


def _reached(spread: Spread, starts: Mapping[At, int], onward: Leaving) -> _Reached:
    """The flows to sub-processors that take on what somebody passes to a processor it engages."""
    trail = Trail(starts, onward, spread.arrives)
    found: dict[Spot, tuple[Hop, dict[str, None]]] = {}
    for at, mask in trail.at.items():
        for way in onward.at(at):
            tags = [tag for _, tag in spread.arrives(way, at[1])] if mask & way.tokens else []
            if tags and way.hop.onward:
                found.setdefault(spot(way.hop), (way.hop, {}))[1].update(dict.fromkeys(tags))
    return found


def _passed(spread: Spread, by: str, begins: Iterable[Way], trail: Trail) -> Mapping[At, int]:
    """What somebody passes to a processor, and for whom."""
    starts: dict[At, int] = {}
    for way in begins:
        for (_, tag), mask in () if way.own else _taken(spread, by, way, trail):
            for there in spread.arrives(way, tag):
                starts[there] = starts.get(there, 0) | mask
    return starts


def _taken(spread: Spread, by: str, way: Way, trail: Trail) -> Iterator[tuple[At, int]]:
    """What a flow to a processor takes along of who engages it: of a controller what is its own, also from people."""
    whose = by, spread.matter.tag(by)
    if way.hop.sender == PEOPLE:
        yield whose, way.tokens
        return
    own = whose if by in spread.matter.among else None
    for at in trail.before(way):
        mask = trail.at[at] & way.tokens
        if mask and own in (None, at):
            yield at, mask
