"""A party that is no longer there: what it did, and who no longer gets what through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from ropa.law import Tables
from ropa.model import Register
from ropa.sharing.answer import parties_of
from ropa.sharing.impact.held import Opened
from ropa.sharing.impact.membership import categories_of, holding_members
from ropa.sharing.impact.result import Changed, Impact
from ropa.sharing.impact.stated import stated
from ropa.sharing.impact.taken import Behind
from ropa.sharing.impact.touched import Touched
from ropa.sharing.impact.whom import party_called
from ropa.sharing.journey import Came, Journeys, grouped
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
from ropa.sharing.trail import At
from ropa.transfer import judge, transfers_of


def removed(register: Register, party: str, on: date, tables: Tables | None = None) -> Impact:
    """What falls when a party goes: its flows, those that carry nothing without it, its transfers and agreements.

    Parties that get the same data another way keep them; `parties` are those that lose some. What a category holds
    that it is one of it may hold too: that stays with the category, and nothing surely falls.
    """
    key = party_called(register, party)
    reach = Reach.of(register, on)
    touched: list[Touched] = []
    gone: list[Changed] = []
    for activity in reach.by_party.get(key, ()):
        spread = reach[activity]
        without = spread.without(key)
        touched += _touched(spread, without, key)
        kept = {id(way.hop) for way in without.ways if _is_kept(spread, without, way)}
        for way in spread.ways:
            if spread.carried(way) and id(way.hop) not in kept:
                for one in transfers_of(register, way.hop, on=on, tables=tables):
                    gone.append(Changed(one, judge(register, one, on=on, tables=tables), None))
    for named in categories_of(register, key):
        for activity in reach.by_party.get(named, ()):
            touched += _as_member(reach[activity], named)
    papers = tuple(one.key for one in register.agreements if one.holds(on) and key in one.between)
    return Impact(
        register,
        on,
        {"remove": key},
        tuple(touched),
        (),
        tuple(gone),
        papers,
        members=holding_members(register, reach, key),
    )


def _left(spread: Spread, without: Spread, at: At) -> int:
    """What is still there. What a controller surely got from the party it does not begin with once that is gone."""
    lost = spread.firm.at.get(at, 0) & ~without.firm.at.get(at, 0)
    return without.possible.at.get(at, 0) & ~lost


def _is_kept(spread: Spread, without: Spread, way: Way) -> bool:
    """Whether a flow still carries something."""
    if spread.carried(way, spread.firm):
        return bool(without.carried(way, without.firm))
    return bool(without.carried(way))


def _touched(spread: Spread, without: Spread, party: str) -> Iterator[Touched]:
    """What it held, by how it came and who loses it: each token of each controller on its own."""
    behind = Behind(spread)

    def losing(one: Came) -> tuple[str, ...]:
        there = behind.trail(one.at, one.tokens).at.items()
        lost = [at[0] for at, mask in there if at[0] != party and mask & ~_left(spread, without, at)]
        return tuple(dict.fromkeys(lost))

    yield from _held(spread, party, losing)


def _as_member(spread: Spread, category: str) -> Iterator[Touched]:
    """What a category holds of which the party is one: whoever gets something from it may get it from another member."""
    for one in _held(spread, category, lambda _: ()):
        yield replace(
            one,
            member_of=category,
            holding_open=one.holding_open or not one.possible,
            possible=True,
        )


def _held(spread: Spread, party: str, losing: Callable[[Came], tuple[str, ...]]) -> Iterator[Touched]:
    """What a party holds, by how it came, how that is stated and who loses it."""
    opened = Opened(spread)
    held = {at: spread.possible.at[at] for at in spread.possible.of(party)}
    every = Journeys(spread).came(held)

    def alike(one: Came) -> object:
        return parties_of(one.path), losing(one), stated(one.path).alike

    for first, tokens, places in grouped(every, alike):
        yield Touched(
            activity=spread.matter.activity,
            parties=losing(first),
            tokens=spread.tokens(tokens),
            customers=tuple(dict.fromkeys(one for at in places for one in spread.matter.answers_for(at[1]))),
            path=parties_of(first.path) or (party,),
            possible=first.possible,
            holding_open=opened.by_holding(first),
            not_simply=stated(first.path).hops,
        )
