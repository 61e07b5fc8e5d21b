"""Decisions of the Commission that can no longer be relied on after a day, and on which transfers rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.agenda.item import Due, DueKind
from ropa.errors import UnknownEntry
from ropa.law import Decision, Tables, standard
from ropa.law.clause import Clauses
from ropa.model import Register
from ropa.transfer import Judged, judged


def ending(register: Register, on: date, last: date, tables: Tables | None) -> Iterator[Due]:
    """One for each decision that ends: those that transfers rest on, and those that ended under them."""
    rows = tables or standard()
    found: dict[str, list[Judged]] = {}
    for one in judged(register, on=on, tables=tables):
        for number in dict.fromkeys((*one.relies_on, *_fallen(one))):
            found.setdefault(number, []).append(one)
    for number, resting in found.items():
        row = _row(rows, number)
        if row is None or row.until is None or row.until > last:
            continue
        hops = [one.transfer for one in resting]
        yield Due(
            day=row.until,
            kind=DueKind.DECISION,
            article="45" if isinstance(row, Decision) else "46(2)(c)",
            overdue=row.until < on,
            subject=number,
            activities=tuple(dict.fromkeys(one.activity for one in hops if one.activity)),
            parties=tuple(dict.fromkeys(one.recipient for one in hops if one.recipient)),
        )


def _fallen(one: Judged) -> Iterator[str]:
    """Decisions that do not carry a transfer any longer, where nothing else does."""
    if not one.verdict.stands:
        yield from (verdict.decision for verdict in one.fallen if verdict.decision)


def _row(tables: Tables, number: str) -> Decision | Clauses | None:
    for look_up in (tables.decision, tables.clauses):
        try:
            row: Decision | Clauses = look_up(number)
        except UnknownEntry:
            continue
        return row
    return None
