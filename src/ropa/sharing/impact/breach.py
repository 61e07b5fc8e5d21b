"""A personal data breach at a party: what it may touch, and who tells whom (Articles 33 and 34).

Nothing here decides. Whether a breach is notified turns on the risk, which a person weighs; the register only shows
what there is to be weighed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ropa.law import Role
from ropa.model import PEOPLE, Register
from ropa.sharing.answer import parties_of
from ropa.sharing.impact.arranged import arranged
from ropa.sharing.impact.behind import ON_BEHALF, ON_ITS_OWN, Ways, Whose
from ropa.sharing.impact.held import Opened
from ropa.sharing.impact.notification import Notification
from ropa.sharing.impact.other_days import other_days
from ropa.sharing.impact.result import Impact, Touched
from ropa.sharing.impact.upward import Tells, upward
from ropa.sharing.impact.weighed import Weighed, assessments, indicators
from ropa.sharing.impact.whom import party_called
from ropa.sharing.journey import Came, Journeys, grouped
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread
from ropa.sharing.tokens import Token
from ropa.sharing.trail import At
from ropa.sharing.walk import brings

PROCESSOR_TELLS = "33(2)"


def breach_at(register: Register, party: str, on: date) -> Impact:
    """What a breach at a party touches on a day: whatever it may hold, in each activity and for each controller.

    A row for each path: its data came by that path for those controllers, and only they are weighed by these. Of a
    known member of a category it also is what the category holds. Which part of that is the member's own is not
    recorded, so all of it is only possible.
    """
    key = party_called(register, party)
    reach = Reach.of(register, on)
    touched: list[Touched] = []
    told: dict[tuple[str, str], Tells] = {}
    weighed: dict[str, Weighed] = {}
    for named, activity in _where(register, reach, key):
        spread = reach[activity]

        def own(of: Iterable[str], named: str = named) -> tuple[str, ...]:
            return tuple([key if one == named else one for one in of])  # a member acts by itself

        for pair, turns_on in upward(spread, named).items():
            who, whom, if_who = own((*pair, turns_on.if_who))
            if who != whom:
                tells = Tells(if_who, turns_on.possible or named != key)
                told[who, whom] = told.get((who, whom), tells).or_else(tells)
        for one in _rows(spread, named):
            answers, undecided = own(one.answer), own(one.undecided)
            signs = tuple(indicators(reach, activity, one.tokens))
            for controller in answers:
                weighed.setdefault(controller, Weighed()).add(
                    signs, is_sure=controller not in undecided, is_held=not (one.possible or named != key)
                )
            passed = (end for end in reversed(own(one.path)) if end != PEOPLE)
            touched.append(
                Touched(
                    activity,
                    tuple(end for end in dict.fromkeys((*passed, *answers)) if end != key),
                    one.tokens,
                    answers,
                    one.path,
                    one.possible or named != key,
                    member_of=named if named != key else "",
                    holding_open=one.holding_open or (named != key and not one.possible),
                    open_roles=undecided,
                )
            )
    notices = [
        Notification(
            who,
            whom,
            PROCESSOR_TELLS,
            if_role=Role.PROCESSOR if turns_on.if_who else None,
            if_who=turns_on.if_who,
            possible=turns_on.possible,
        )
        for (who, whom), turns_on in told.items()
    ]
    answering: dict[str, list[str]] = {}
    for part in touched:
        answering.setdefault(part.activity, []).extend(part.customers)
    return Impact(
        register,
        on,
        {"breach": key},
        tuple(touched),
        (*notices, *assessments(register, weighed)),
        other_days=tuple(other_days(register, key, on, answering)),
        arranged=tuple(arranged(register, on, answering)),
    )


def _where(register: Register, reach: Reach, key: str) -> Iterator[tuple[str, str]]:
    """Under which name a party may hold something in which activity: its own, or that of a category it is one of."""
    categories = [one.key for one in register.parties if key in one.members and one.key != key]
    for named in (key, *categories):
        yield from ((named, activity) for activity in reach.by_party.get(named, ()))


@dataclass(frozen=True, slots=True)
class _Row:
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


def _rows(spread: Spread, party: str) -> Iterator[_Row]:
    """What a party holds, each token of each controller on its own."""
    journeys, matter, opened = Journeys(spread), spread.matter, Opened(spread)
    roles = (way.hop.role for _, way in spread.into.get(party, ()) if not way.hop.returned)
    otherwise = tuple(dict.fromkeys(roles))
    ways = Ways(spread)
    for received, here in _received(spread, party).items():
        parted = [pair for one in journeys.came(here) for pair in ways.parts(one)]
        # by identity: a path is long to compare
        alike = {id(part): (parties_of(part.path), who) for who, part in parted}
        for first, tokens, places in grouped((one for _, one in parted), _by(alike)):
            yield _Row(
                party,
                spread.tokens(tokens),
                tuple(dict.fromkeys(one for at in places for one in matter.answers_for(at[1]))),
                parties_of(first.path) or (party,),
                first.possible,
                opened.by_holding(first),
                received,
                party in matter.among,
                otherwise,
                alike[id(first)][1],
            )


def _by(known: Mapping[int, object]) -> Callable[[Came], object]:
    return lambda one: known[id(one)]


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
