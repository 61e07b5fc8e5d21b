"""A party that processes in another country from now on: which transfers begin and end, and what that touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ropa.errors import NotUnderstood, Problem
from ropa.law import COUNTRIES, Tables
from ropa.model import PEOPLE, Hop, Register
from ropa.model.country_called import perhaps_called
from ropa.sharing.further_up import spot
from ropa.sharing.gaps.region import is_within
from ropa.sharing.impact.access import access_that_stays
from ropa.sharing.impact.itself import held_itself
from ropa.sharing.impact.membership import categories_of, holding_members
from ropa.sharing.impact.result import Changed, Impact
from ropa.sharing.impact.taken import by_activity, taken_by
from ropa.sharing.impact.touched import Touched
from ropa.sharing.impact.whom import party_called
from ropa.sharing.reach import Reach
from ropa.sharing.trail import At, by_recipient
from ropa.sharing.walk import before, brings
from ropa.transfer import judge, transfers_of

CODE = "write its ISO 3166 code"


def moved(register: Register, move: Mapping[str, str], on: date, tables: Tables | None = None) -> Impact:
    """What changes when a party processes in another country: its transfers, and the regions agreements promise.

    From where else its data can be reached is another thing that a flow states. That stays, and is told. What it holds
    by no flow to it, and what a category holds that it is one of, is touched; no transfer is derived from either.
    """
    word, country = _one_move(move)
    key = party_called(register, word)
    reach = Reach.of(register, on)
    received = _received(register, key, on)
    hops = _elsewhere(received, country)
    under = dict.fromkeys(key for those in by_activity(hops) for key in _promises(reach, *those))
    regions = {paper.key: paper.regions for paper in register.agreements if paper.regions}
    broken = (one for one in under if one in regions and not is_within(country, regions[one], on, tables))
    as_member = (
        one for named in categories_of(register, key) for one in _as_member(reach, named, country, but=key)
    )
    return Impact(
        register,
        on,
        {"move": {key: country}},
        (*taken_by(reach, hops), *held_itself(reach, key), *as_member),
        (),
        tuple(one for hop in hops for one in _changed(register, hop, country, on, tables)),
        tuple(broken),
        access_stays=tuple(access_that_stays(received, country)),
        members=holding_members(register, reach, key),
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


def _received(register: Register, party: str, on: date | None) -> list[Hop]:
    return [hop for hop in register.flows(party=party, on=on) if hop.recipient == party]


def _elsewhere(hops: Iterable[Hop], country: str) -> list[Hop]:
    """The flows whose data are not there and nowhere else already."""
    return [hop for hop in hops if hop.flow.countries != (country,)]


def _changed(
    register: Register, hop: Hop, country: str, on: date, tables: Tables | None
) -> Iterator[Changed]:
    """The transfers that end and that begin once the data of a flow are in a country."""
    there = replace(hop, flow=hop.flow.model_copy(update={"countries": (country,)}))
    before = transfers_of(register, hop, on=on, tables=tables)
    after = transfers_of(register, there, on=on, tables=tables)
    had, has = ({one.country for one in those} for those in (before, after))
    kept = {one.country for one in before if not one.reached}
    for one in before:
        if one.country not in has:  # from where the data can still be reached, they have not left
            yield Changed(one, judge(register, one, on=on, tables=tables), None)
    for one in after:
        if one.country not in (
            had if one.reached else kept
        ):  # only reached from there before, they are kept there now
            yield Changed(one, None, judge(register, one, on=on, tables=tables))


def _as_member(reach: Reach, category: str, country: str, but: str) -> Iterator[Touched]:
    """What a category holds of which the party is one: which part is its own, and so goes with it, is not recorded."""
    received = _received(reach.register, category, reach.on)
    for one in (*taken_by(reach, _elsewhere(received, country)), *held_itself(reach, category)):
        yield replace(
            one,
            parties=tuple(party for party in one.parties if party != but),
            member_of=category,
            holding_open=one.holding_open or not one.possible,
            possible=True,
        )


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
