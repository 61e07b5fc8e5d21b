"""What a party holds of one activity: by which way it came, as what the party has it, and who answers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ropa.law import Role
from ropa.model import Hop
from ropa.sharing.answer import parties_of
from ropa.sharing.impact.behind import ON_BEHALF, ON_ITS_OWN, Ways, Whose
from ropa.sharing.impact.held import Opened
from ropa.sharing.impact.stated import Stated, stated
from ropa.sharing.journey import Came, Journeys, grouped
from ropa.sharing.spread import Spread
from ropa.sharing.tokens import Token
from ropa.sharing.trail import At
from ropa.sharing.walk import brings


@dataclass(frozen=True, slots=True)
class Row:
    """Data that a party holds for the same controllers, that came by the same path and as the same things."""

    party: str
    tokens: tuple[Token, ...]
    customers: tuple[str, ...]
    path: tuple[str, ...]
    possible: bool
    holding_open: bool
    """Whether that is for no flow on the way, but as it is open that they are held where they begin."""
    received: tuple[Sequence[Role], ...]
    """As what the party gets them by each flow that brings some: one role, several (undecided) or none (not stated)."""
    controls: bool
    otherwise: tuple[Sequence[Role], ...]
    """As what it gets anything else in the activity."""
    behind: Whose
    """Who got them for itself on some way, before the party did."""
    not_simply: tuple[Hop, ...]
    """The flows on the way that the register does not simply state."""

    @property
    def known(self) -> tuple[Sequence[Role], ...]:
        """As what it has them: what no flow brought it made itself, as what it is otherwise; none where nothing says so."""
        return self.received or self.otherwise

    @property
    def itself(self) -> bool | None:
        """Whether the party answers for them itself; None where it is open what it is."""
        if self.controls or any(roles and ON_ITS_OWN.issuperset(roles) for roles in self.known):
            return True
        sure = self.known and all(roles and ON_BEHALF.issuperset(roles) for roles in self.known)
        return False if sure else None

    @property
    def for_others(self) -> bool:
        """Whether it has, or may have, some of them on behalf of others."""
        open_ = not self.known or any(not roles or set(roles) - ON_ITS_OWN for roles in self.known)
        return open_ and not self.controls

    @property
    def undecided(self) -> tuple[str, ...]:
        """Those of whom it is open whether they have them for themselves."""
        return (
            *(() if self.itself is not None else (self.party,)),
            *(self.behind.undecided if self.for_others else ()),
        )

    @property
    def answer(self) -> tuple[str, ...]:
        """Who assesses: on whose behalf they are held, and who got them for itself. Where that is open, both."""
        if self.controls:
            return self.customers
        above = (*self.behind.own, *(self.customers if self.behind.controllers else ()))
        return (
            *(() if self.itself is False else (self.party,)),
            *((*self.behind.undecided, *above) if self.for_others else ()),
        )


def rows(spread: Spread, party: str) -> Iterator[Row]:
    """What a party holds, each token of each controller on its own."""
    journeys, matter, opened = Journeys(spread), spread.matter, Opened(spread)
    roles = (way.hop.role for _, way in spread.into.get(party, ()) if not way.hop.returned)
    otherwise = tuple(dict.fromkeys(roles))
    ways = Ways(spread)
    for received, here in _received(spread, party).items():
        parted = [pair for one in journeys.came(here) for pair in ways.parts(one)]
        # by identity: a path is long to compare
        alike = {id(part): (parties_of(part.path), who, stated(part.path)) for who, part in parted}
        for first, tokens, places in grouped((one for _, one in parted), _by(alike)):
            _, who, said = alike[id(first)]
            yield Row(
                party,
                spread.tokens(tokens),
                tuple(dict.fromkeys(one for at in places for one in matter.answers_for(at[1]))),
                parties_of(first.path) or (party,),
                first.possible,
                opened.by_holding(first),
                received,
                party in matter.among,
                otherwise,
                who,
                said.hops,
            )


_Alike = tuple[tuple[str, ...], Whose, Stated]


def _by(known: Mapping[int, _Alike]) -> Callable[[Came], object]:
    def same(one: Came) -> object:
        path, who, said = known[id(one)]
        return path, who, said.alike

    return same


def _received(spread: Spread, party: str) -> Mapping[tuple[Sequence[Role], ...], Mapping[At, int]]:
    """What a party holds, by as what it got it. What a processor gives back to who engages it changes nothing."""
    brought: dict[At, list[tuple[Sequence[Role], int]]] = {}
    for _, way in spread.into.get(party, ()):
        if not way.hop.returned:
            for at, mask in brings(spread, way):
                brought.setdefault(at, []).append((way.hop.role, mask))
    found: dict[tuple[Sequence[Role], ...], dict[At, int]] = {}
    for at in spread.possible.of(party):
        parts: dict[tuple[Sequence[Role], ...], int] = {(): spread.possible.at[at]}
        for roles, mask in brought.get(at, ()):
            for known, part in [*parts.items()]:
                if part & mask and roles not in known:
                    parts[known] = part & ~mask
                    parts[*known, roles] = parts.get((*known, roles), 0) | part & mask
        for known, part in parts.items():
            if part:
                found.setdefault(known, {})[at] = part
    return found
