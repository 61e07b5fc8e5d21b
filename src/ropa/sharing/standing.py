"""What a party is to the data it holds, for the controller it holds them for: a controller here, a sub-processor there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ropa.model import PEOPLE, Hop
from ropa.sharing.apart import is_apart
from ropa.sharing.spread import Spread
from ropa.sharing.tokens import Matter
from ropa.sharing.trail import At


def as_it_stands(hop: Hop, tags: Collection[str], matter: Matter) -> Hop:
    """A flow for the data of these controllers alone: whom a processor of theirs engages is a sub-processor to them.

    It is no sub-processor to its sender where that is a controller of the activity as well.
    """
    below = hop.onward and not hop.sub_processor and matter.tag(hop.sender) not in tags
    return replace(hop, sub_processor=True) if below else hop


def differ(spread: Spread) -> bool:
    """Whether a party can be one thing to one controller and another to another one."""
    return any([hop.onward and not hop.sub_processor for hop in spread.hops])


def path_for(path: Sequence[Hop], tag: str, matter: Matter) -> tuple[Hop, ...]:
    """The flows of a path as they stand for the controller whose data are at its end."""
    found: list[Hop] = []
    whose: Collection[str] = (tag,)
    for hop in reversed(path):
        found.append(as_it_stands(hop, whose, matter))
        if hop.source:
            whose = (matter.tag(hop.sender),)  # what a controller got as its own was another's before
    return tuple(reversed(found))


def is_disclosed(hop: Hop) -> bool:
    """Whether a flow discloses data to its recipient: not where it gets its own back, nor to own staff and the like."""
    return not (hop.back or is_apart(hop))


class Standings:
    """Looks up by which flows a party stands where data begin with it, in one activity."""

    def __init__(self, spread: Spread) -> None:
        self._matter, self._into = spread.matter, spread.into

    def by(self, at: At, mask: int, path: Sequence[Hop]) -> tuple[Hop, ...]:
        """The last flow of a path; where data begin, those by which people give them, else all that come for the same.

        None where it begins with its own, or no flow leads to it.
        """
        if path:
            return tuple(path[-1:])
        party, tag = at
        if party in self._matter.among and tag == self._matter.tag(party):
            return ()
        into = [
            way
            for _, way in self._into.get(party, ())
            if not (way.own or way.hop.returned) and (not way.among or tag in way.among)
        ]
        told = [way for way in into if way.hop.sender == PEOPLE and way.tokens & mask]
        return tuple([as_it_stands(way.hop, (tag,), self._matter) for way in told or into])
