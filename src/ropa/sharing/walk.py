"""Walks along the flows of an activity: on from where data are, and back to where they came from."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping

from ropa.model import PEOPLE
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import At, Trail


def onward(spread: Spread, here: Mapping[At, int], depth: int = 0) -> Iterator[Way]:
    """The flows by which these tokens go on from here, `depth` steps far (0: to the end); some come twice."""
    leaving = _by(spread.ways, lambda way: way.hop.sender)
    reached = dict(here)
    waiting = deque((at, mask, 0) for at, mask in here.items())
    while waiting:
        at, fresh, far = waiting.popleft()
        for way in leaving.get(at[0], ()) if not depth or far < depth else ():
            there = spread.arrives(way, at[1]) if fresh & way.tokens else ()
            if there:
                yield way
            for to in there:
                new = fresh & way.tokens & ~reached.get(to, 0)
                if new:
                    reached[to] = reached.get(to, 0) | new
                    waiting.append((to, new, far + 1))


def before(spread: Spread, here: Mapping[At, int], trail: Trail, depth: int = 0) -> Iterator[Way]:
    """The flows by which these tokens got here along a trail, `depth` steps back (0: all); some come twice."""
    entering = _by(spread.ways, lambda way: way.hop.recipient)
    wanted = dict(here)
    waiting = deque((at, mask, 0) for at, mask in here.items())
    while waiting:
        at, fresh, far = waiting.popleft()
        for way in entering.get(at[0], ()) if not depth or far < depth else ():
            if way.hop.sender == PEOPLE:
                if fresh & way.tokens:
                    yield way
                continue
            for sender in trail.of(way.hop.sender):
                passing = trail.at[sender] & way.tokens & fresh
                if passing and at in spread.arrives(way, sender[1]):
                    yield way
                    new = passing & ~wanted.get(sender, 0)
                    if new:
                        wanted[sender] = wanted.get(sender, 0) | new
                        waiting.append((sender, new, far + 1))


def _by(ways: Iterable[Way], end: Callable[[Way], str]) -> dict[str, list[Way]]:
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(end(way), []).append(way)
    return found
