"""Walks along the flows of an activity: on from where data are, and back to where they came from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from ropa.model import PEOPLE
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import At, Leaving, Placed, Trail


def onward(spread: Spread, here: Mapping[At, int], depth: int = 0) -> Iterator[Way]:
    """The flows by which these tokens go on from here, `depth` steps far (0: to the end); some come twice."""
    leaving = Leaving(spread.ways)
    reached = dict(here)
    waiting = deque((at, mask, 0) for at, mask in here.items())
    while waiting:
        at, fresh, far = waiting.popleft()
        for way in leaving.at(at) if not depth or far < depth else ():
            there = spread.arrives(way, at[1]) if fresh & way.tokens else ()
            if there:
                yield way
            for to in there:
                new = fresh & way.tokens & ~reached.get(to, 0)
                if new:
                    reached[to] = reached.get(to, 0) | new
                    waiting.append((to, new, far + 1))


def brings(spread: Spread, way: Way) -> Iterator[tuple[At, int]]:
    """What a flow brings of what its sender may hold, and where."""
    if way.hop.sender == PEOPLE:
        yield from ((at, way.tokens) for tag in spread.matter.tags for at in spread.arrives(way, tag))
        return
    trail = spread.possible
    for held in trail.before(way):
        mask = trail.at[held] & way.tokens
        if mask:
            yield from ((at, mask) for at in spread.arrives(way, held[1]))


def before(
    spread: Spread,
    here: Mapping[At, int],
    trail: Trail,
    depth: int = 0,
    among: Mapping[str, Sequence[Placed]] | None = None,
) -> Iterator[Way]:
    """The flows by which these tokens got here along a trail, `depth` steps back (0: all); some come twice.

    With `among` only these flows, by recipient, are walked.
    """
    entering = _Entering(spread, trail, spread.into if among is None else among)
    wanted = dict(here)
    waiting = deque((at, mask, 0) for at, mask in here.items())
    while waiting:
        at, fresh, far = waiting.popleft()
        for way, sender in entering.at(at, fresh) if not depth or far < depth else ():
            if sender is None:
                yield way
                continue
            passing = trail.at[sender] & way.tokens & fresh
            if passing:
                yield way
                new = passing & ~wanted.get(sender, 0)
                if new:
                    wanted[sender] = wanted.get(sender, 0) | new
                    waiting.append((sender, new, far + 1))


class _Entering:
    """The flows that brought something to each party, by whom it is for; looked up party by party."""

    def __init__(self, spread: Spread, trail: Trail, into: Mapping[str, Sequence[Placed]]) -> None:
        self._spread, self._trail, self._into = spread, trail, into
        self._from: dict[At, list[tuple[int, Way, At | None]]] = {}
        self._people: dict[str, list[tuple[int, Way, At | None]]] = {}

    def at(self, at: At, tokens: int) -> Iterable[tuple[Way, At | None]]:
        """Each with whom its sender had it for; None where people gave it, which is told once."""
        party = at[0]
        if party not in self._people:
            self._look(party)
        given = [one for one in self._people[party] if one[1].tokens & tokens]
        if given:
            self._people[party] = [one for one in self._people[party] if not one[1].tokens & tokens]
        sent = self._from.get(at, [])
        return [(way, sender) for _, way, sender in (sorted((*given, *sent), key=_place) if given else sent)]

    def _look(self, party: str) -> None:
        given = self._people[party] = []
        for place, way in self._into.get(party, ()):
            if way.hop.sender == PEOPLE:
                given.append((place, way, None))
                continue
            for sender in self._trail.before(way):
                for to in self._spread.arrives(way, sender[1]):
                    self._from.setdefault(to, []).append((place, way, sender))


_place = itemgetter(0)
