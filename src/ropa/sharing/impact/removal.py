"""A party that is no longer there: what it did, and who no longer gets what through it."""

from __future__ import annotations

from datetime import date

from ropa.law import Tables
from ropa.model import Register
from ropa.sharing.answer import parties_of
from ropa.sharing.holders import held_in
from ropa.sharing.impact.result import Changed, Impact, Touched
from ropa.sharing.impact.whom import party_called
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread
from ropa.transfer import judge, transfers_of


def removed(register: Register, party: str, on: date, tables: Tables | None = None) -> Impact:
    """What falls when a party goes: its flows, those that carry nothing without it, its transfers and agreements.

    Parties that get the same data another way keep them; `parties` are those that lose some.
    """
    key = party_called(register, party)
    reach = Reach.of(register, on)
    touched: list[Touched] = []
    gone: list[Changed] = []
    for activity in reach.by_party.get(key, ()):
        spread = reach[activity]
        held = next(held_in(spread, spread.everything, key), None)
        without = spread.without(key)
        if held is not None:
            path = parties_of(held.path) or (key,)
            losing = _losing(spread, without, key)
            touched.append(Touched(activity, losing, held.tokens, held.customers, path, held.possible))
        kept = {id(way.hop) for way in without.ways if without.carried(way)}
        for way in spread.ways:
            if spread.carried(way) and id(way.hop) not in kept:
                for one in transfers_of(register, way.hop, on=on, tables=tables):
                    gone.append(Changed(one, judge(register, one, on=on, tables=tables), None))
    papers = tuple(one.key for one in register.agreements if one.holds(on) and key in one.between)
    return Impact(register, on, {"remove": key}, tuple(touched), (), tuple(gone), papers)


def _losing(spread: Spread, without: Spread, party: str) -> tuple[str, ...]:
    """Who held something that no longer gets there."""
    now, then = spread.possible, without.possible
    return tuple([one for one in now.parties() if one != party and now.held(one) & ~then.held(one)])
