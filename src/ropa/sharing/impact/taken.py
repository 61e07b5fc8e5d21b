"""The data that take some flows: which, for whom, by which path to them, and everybody behind."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ropa.model import PEOPLE, Hop
from ropa.sharing.answer import parties_of
from ropa.sharing.further_up import spot
from ropa.sharing.impact.stated import stated
from ropa.sharing.impact.touched import Touched
from ropa.sharing.journey import Came, Journeys, grouped, steps_of
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import At, Leaving, Trail


class _Alike(NamedTuple):
    """What must be the same for data that take a flow to be told of as one."""

    path: tuple[str, ...]
    parties: tuple[str, ...]
    until_now: tuple[str, ...]
    how_stated: Hashable


def taken(spread: Spread, asked: Iterable[tuple[str, str, str]]) -> Iterator[Touched]:
    """What takes these flows: a row for each path, each token of each controller on its own.

    A flow goes by its path, sender and recipient. What took another of them on its way is behind that one.
    """
    steps, found = set(asked), Journeys(spread)
    behind = Behind(spread)
    every = [
        one
        for way in spread.ways
        if spot(way.hop) in steps
        for one in _over(spread, found, way)
        if steps.isdisjoint(steps_of(one.path[:-1]))
    ]

    def alike(one: Came) -> _Alike:
        hop = one.path[-1]
        senders = () if hop.sender == PEOPLE else (hop.sender,)
        parties = dict.fromkeys((*senders, *behind.parties(one.at, one.tokens)))
        return _Alike(parties_of(one.path), tuple(parties), hop.countries, stated(one.path).alike)

    for first, tokens, places in grouped(every, alike):
        same = alike(first)
        yield Touched(
            activity=spread.matter.activity,
            parties=same.parties,
            tokens=spread.tokens(tokens),
            customers=tuple(dict.fromkeys(one for at in places for one in spread.matter.answers_for(at[1]))),
            path=same.path,
            possible=first.possible,
            until_now=same.until_now,
            not_simply=stated(first.path).hops,
        )


def by_activity(hops: Iterable[Hop]) -> Iterable[tuple[str, Sequence[Hop]]]:
    """Flows by the activity they are of."""
    found: dict[str, list[Hop]] = {}
    for hop in hops:
        found.setdefault(hop.activity, []).append(hop)
    return found.items()


def taken_by(reach: Reach, hops: Iterable[Hop]) -> tuple[Touched, ...]:
    """The activities whose data take these flows, with everybody behind them: a path is as strong as its weakest hop."""
    # a flow that carries nothing of its activity touches nothing
    return tuple(
        one for activity, those in by_activity(hops) for one in taken(reach[activity], map(spot, those))
    )


class Behind:
    """Where data get from a place of one activity."""

    def __init__(self, spread: Spread) -> None:
        self._spread = spread
        self._leaving = Leaving(spread.ways)
        self._known: dict[tuple[At, int], Trail] = {}

    def trail(self, at: At, tokens: int) -> Trail:
        """Everywhere these tokens get from there, that place included."""
        if (at, tokens) not in self._known:
            self._known[at, tokens] = Trail({at: tokens}, self._leaving, self._spread.arrives)
        return self._known[at, tokens]

    def parties(self, at: At, tokens: int) -> Collection[str]:
        """Whoever may hold some of them."""
        return tuple(self.trail(at, tokens).parties())


def _over(spread: Spread, found: Journeys, way: Way) -> Iterator[Came]:
    """What a flow brings where, by the whole path: the one to its sender, and then the flow."""
    if way.hop.sender == PEOPLE:
        for tag in spread.matter.tags:
            yield from (Came(at, way.tokens, (way.hop,), way.possible) for at in spread.arrives(way, tag))
        return
    trail = spread.possible
    for held in trail.before(way):
        for one in found.came({held: trail.at[held] & way.tokens}):
            path, is_open = (*one.path, way.hop), one.possible or way.possible
            yield from (Came(at, one.tokens, path, is_open) for at in spread.arrives(way, held[1]))
