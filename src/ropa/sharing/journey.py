"""By which flows data came to a party: a path for each token of each controller, never one for all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ropa.model import Hop
from ropa.sharing.answer import parties_of
from ropa.sharing.besides import Told, besides, facts_of
from ropa.sharing.spread import Spread
from ropa.sharing.standing import Standings, differ, path_for
from ropa.sharing.tokens import Token
from ropa.sharing.trail import At, Paths, Trail

Steps = tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """Data that came to a party by the same flows: these data, for these controllers, each of them all the way."""

    tokens: tuple[Token, ...]
    """Which data, each with whose."""
    customers: tuple[str, ...]
    """On behalf of which controllers."""
    path: tuple[Hop, ...]
    """The fewest flows by which they came; none where they begin with this party."""
    possible: bool
    """Whether some flow on the way only may happen, or it is not said what it carries."""
    by: tuple[Hop, ...] = ()
    """What the party is to them: the last of these flows; where they begin with it, those that lead to it otherwise."""

    @property
    def parties(self) -> tuple[str, ...]:
        """The keys along the path; none where the data begin with this party."""
        return parties_of(self.path)


class Came(NamedTuple):
    """Tokens of one place that came by the same flows."""

    at: At
    tokens: int
    path: tuple[Hop, ...]
    possible: bool


class Journeys:
    """Looks up how tokens came to places of one activity. Who asks for many asks the same one: paths are kept."""

    def __init__(self, spread: Spread) -> None:
        self._spread = spread
        self._known: tuple[Paths, Paths] = {}, {}
        self._differ = differ(spread)

    def came(self, here: Mapping[At, int]) -> Iterator[Came]:
        """How these tokens came to these places: by flows that surely happen where there are such."""
        spread = self._spread
        for at, mask in here.items():
            sure = spread.certain.at.get(at, 0) & mask
            for is_open, trail, part in (
                (False, spread.certain, sure),
                (True, spread.possible, mask & ~sure),
            ):
                for path, tokens in paths(trail, at, part, self._known[is_open]):
                    as_here = path_for(path, at[1], spread.matter) if self._differ else path
                    yield Came(at, tokens, as_here, is_open)

    def to(self, party: str, asked: int) -> tuple[tuple[Journey, ...], tuple[Journey, ...]]:
        """How these tokens came to a party: one journey for each path, the shortest first.

        And the other flows by which they come there, each as a journey by itself, where it says something else.
        """
        at = self._spread.possible.at
        came = [*self.came({one: at[one] & asked for one in self._spread.possible.of(party)})]
        return self._sorted(came), self._besides(party, came)

    def _besides(self, party: str, came: Iterable[Came]) -> tuple[Journey, ...]:
        told: Told = {}
        for one in came:
            said = facts_of(one.path[-1]) if one.path else None
            told.setdefault(one.at, []).append((one.tokens, said))
        every = besides(self._spread, party, told)
        return self._sorted(Came(at, tokens, (hop,), is_open) for at, tokens, hop, is_open in every)

    def _sorted(self, every: Iterable[Came]) -> tuple[Journey, ...]:
        return tuple(sorted(self._made(every), key=lambda one: (one.possible, len(one.path))))

    @cached_property
    def _standings(self) -> Standings:
        return Standings(self._spread)

    def _made(self, every: Iterable[Came]) -> Iterator[Journey]:
        """What came as journeys: the data of one controller that came alike, and of all that have the same ones."""
        matter, standings = self._spread.matter, self._standings

        def alike(one: Came) -> object:
            by = () if one.path else standings.by(one.at, one.tokens, one.path)
            below = [hop.sub_processor for hop in (*one.path, *by)] if self._differ else ()
            return steps_of(one.path), steps_of(by), tuple(below)

        for first, tokens, places in grouped(every, alike):
            behalf = (one for at in places for one in matter.answers_for(at[1]))
            yield Journey(
                self._spread.tokens(tokens),
                tuple(dict.fromkeys(behalf)),
                first.path,
                first.possible,
                standings.by(first.at, first.tokens, first.path),
            )


def steps_of(path: Iterable[Hop]) -> Steps:
    """The flows of a path, to be compared: quicker than flow by flow."""
    return tuple([(hop.path, hop.sender, hop.recipient) for hop in path])


def paths(
    trail: Trail, at: At, mask: int, known: Paths | None = None
) -> Iterable[tuple[tuple[Hop, ...], int]]:
    """The paths of a trail by which these tokens came to a place, each with those that came by it."""
    found: dict[Steps, tuple[tuple[Hop, ...], int]] = {}
    while mask:
        bit = mask & -mask
        mask ^= bit
        path = trail.path(at, bit, known)
        steps = steps_of(path)
        found[steps] = path, found.get(steps, ((), 0))[1] | bit
    return found.values()


def grouped(
    every: Iterable[Came], alike: Callable[[Came], object]
) -> Iterator[tuple[Came, int, Sequence[At]]]:
    """What came alike for each place, as one; and the places for which the same came alike, as one.

    Tokens of two controllers are never mixed: only where both have the very same they share a row.
    """
    by_place: dict[tuple[At, bool, object], tuple[Came, int]] = {}
    for one in every:
        if one.tokens:
            key = one.at, one.possible, alike(one)
            first, held = by_place.get(key, (one, 0))
            by_place[key] = first, held | one.tokens
    together: dict[tuple[int, bool, object], tuple[Came, list[At]]] = {}
    for (at, is_open, how), (first, tokens) in by_place.items():
        together.setdefault((tokens, is_open, how), (first, []))[1].append(at)
    for (tokens, _, _), (first, places) in together.items():
        yield first, tokens, places
