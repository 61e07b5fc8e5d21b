"""A decision that falls: which transfers stand otherwise, and what rests on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ropa.law import Ground, Tables, standard
from ropa.model import Register
from ropa.model.wanted import a_word
from ropa.sharing.impact.force import not_in_force
from ropa.sharing.impact.result import Changed, Impact
from ropa.sharing.impact.taken import taken_by
from ropa.sharing.reach import Reach
from ropa.transfer import Standing, Transfer, judge, transfers


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
    touched = taken_by(Reach.of(register, on), hops)
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
