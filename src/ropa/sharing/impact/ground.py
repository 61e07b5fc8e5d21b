"""A decision that falls, or a party that moves: which transfers stand otherwise, and what rests on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ropa.errors import NotUnderstood, Problem
from ropa.law import COUNTRIES, Ground, Tables, standard
from ropa.model import PEOPLE, Hop, Register
from ropa.model.country_called import perhaps_called
from ropa.model.wanted import a_word
from ropa.sharing.further_up import spot
from ropa.sharing.gaps.region import is_within
from ropa.sharing.impact.access import access_that_stays
from ropa.sharing.impact.force import not_in_force
from ropa.sharing.impact.result import Changed, Impact, Touched
from ropa.sharing.impact.taken import taken
from ropa.sharing.impact.whom import party_called
from ropa.sharing.reach import Reach
from ropa.sharing.trail import At, by_recipient
from ropa.sharing.walk import before, brings
from ropa.transfer import Standing, Transfer, judge, transfers, transfers_of

CODE = "write its ISO 3166 code"


def revoked(register: Register, number: str, on: date, tables: Tables | None = None) -> Impact:
    """Every transfer that stands otherwise once a decision is struck down, and the activities behind it."""
    concerns = _about(a_word(number), tables or standard())
    struck = frozenset({number})
    found = []
    for one in filter(concerns, transfers(register, on=on, tables=tables)):
        before = judge(register, one, on=on, tables=tables)
        if before.standing >= Standing.FALLEN:
            continue  # what does not stand today loses nothing
        after = judge(register, one, on=on, revoked=struck, tables=tables)
        if (before.standing, before.decision, before.reason) != (
            after.standing,
            after.decision,
            after.reason,
        ):
            found.append(Changed(one, before, after))
    hops = [one.transfer.hop for one in found if one.transfer.hop is not None]
    touched = _behind(Reach.of(register, on), hops)
    out = not_in_force(number, on, tables or standard())
    return Impact(register, on, {"revoke": number}, touched, (), tuple(found), not_in_force=out)


def _about(number: str, tables: Tables) -> Callable[[Transfer], bool]:
    """Which transfers a decision can be about; `UnknownEntry` where there is no such decision."""
    if tables.has_clauses(tables.number_of(number)):
        clauses = Ground.STANDARD_CONTRACTUAL_CLAUSES
        return lambda one: clauses in one.grounds or clauses in one.grounds_any_of
    row = tables.decision(number)
    row = tables.decision(row.extends) if row.extends else row
    return lambda one: one.country in row.countries or not one.country


def moved(register: Register, move: Mapping[str, str], on: date, tables: Tables | None = None) -> Impact:
    """What changes when a party processes in another country: its transfers, and the regions agreements promise.

    From where else its data can be reached is another thing that a flow states. That stays, and is told.
    """
    word, country = _one_move(move)
    key = party_called(register, word)
    found: list[Changed] = []
    hops: list[Hop] = []
    received = [hop for hop in register.flows(party=key, on=on) if hop.recipient == key]
    for hop in received:
        if hop.flow.countries == (country,):
            continue
        there = replace(hop, flow=hop.flow.model_copy(update={"countries": (country,)}))
        before = {one.country: one for one in transfers_of(register, hop, on=on, tables=tables)}
        after = {one.country: one for one in transfers_of(register, there, on=on, tables=tables)}
        hops.append(hop)
        found += [
            Changed(one, judge(register, one, on=on, tables=tables), None)
            for name, one in before.items()
            if name not in after
        ]
        found += [
            Changed(one, None, judge(register, one, on=on, tables=tables))
            for name, one in after.items()
            if name not in before
        ]
    reach = Reach.of(register, on)
    under = dict.fromkeys(key for those in _by_activity(hops) for key in _promises(reach, *those))
    regions = {paper.key: paper.regions for paper in register.agreements if paper.regions}
    broken = (one for one in under if one in regions and not is_within(country, regions[one], on, tables))
    touched = _behind(reach, hops)
    return Impact(
        register,
        on,
        {"move": {key: country}},
        touched,
        (),
        tuple(found),
        tuple(broken),
        access_stays=tuple(access_that_stays(received, country)),
    )


def _one_move(move: Mapping[str, str]) -> tuple[str, str]:
    if not isinstance(move, Mapping) or len(move) != 1:
        raise TypeError("one party moves to one country: move={'party': 'US'}")
    ((word, country),) = move.items()
    if not isinstance(country, str):
        raise NotUnderstood([Problem("move", "a country is wanted here, a text", CODE)])
    if country not in COUNTRIES:
        near = perhaps_called(country)
        instead = f"did you mean {near!r}?" if near else CODE
        raise NotUnderstood([Problem("move", f"there is no country {country[:20]!r}", instead)])
    return word, country


def _promises(reach: Reach, activity: str, hops: Sequence[Hop]) -> Iterable[str]:
    """The agreements under which the data of flows are held: their own, and those they came under before."""
    for hop in hops:
        yield from hop.agreements
    spread = reach[activity]
    ways = [way for way in spread.ways if not way.own]  # what a controller gets is its own from there on
    asked = {spot(hop) for hop in hops}
    here: dict[At, int] = {}
    for way in ways:
        for at, mask in brings(spread, way) if spot(way.hop) in asked else ():
            here[at] = here.get(at, 0) | mask
    for way in before(spread, here, spread.possible, among=by_recipient(ways)):
        yield from way.hop.agreements
        if way.hop.sender == PEOPLE and way.hop.is_processor:
            for controller in way.hop.controllers:
                yield from reach.papers.between(controller, way.hop.recipient, activity)


def _by_activity(hops: Iterable[Hop]) -> Iterable[tuple[str, Sequence[Hop]]]:
    found: dict[str, list[Hop]] = {}
    for hop in hops:
        found.setdefault(hop.activity, []).append(hop)
    return found.items()


def _behind(reach: Reach, hops: Iterable[Hop]) -> tuple[Touched, ...]:
    """The activities whose data take these flows, with everybody behind them: a path is as strong as its weakest hop."""
    # a flow that carries nothing of its activity touches nothing
    return tuple(
        one for activity, those in _by_activity(hops) for one in taken(reach[activity], map(spot, those))
    )
