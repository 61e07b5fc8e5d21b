"""Asks a register what falls due, and tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.agenda.decisions import ending
from ropa.agenda.entries import Entries
from ropa.agenda.item import ORDER, Due
from ropa.agenda.notice import notices
from ropa.agenda.span import INTERVALS, WITHIN, Intervals, Within, last_day
from ropa.agenda.telling import Telling
from ropa.law import Tables
from ropa.model import Register
from ropa.model.asked import one_register
from ropa.model.dump import plain
from ropa.model.text import as_day
from ropa.sharing.answer import Answer
from ropa.sharing.saying import Saying


@dataclass(frozen=True)
class Agenda(Answer):
    """What falls due from a day up to another, by day; what is overdue comes first, however long ago its day was."""

    until: date
    """The last day it looks at."""
    items: tuple[Due, ...]

    @property
    def overdue(self) -> tuple[Due, ...]:
        """Those whose day has passed."""
        return tuple(one for one in self.items if one.overdue)

    def _say(self, words: Saying) -> Iterator[str]:
        telling = Telling(words, self.on or self.until)
        if not self.items:
            yield telling.nothing(self.until)
        for one in self.items:
            yield telling.line(one)

    def _plain(self) -> dict[str, Any]:
        return {"until": self.until.isoformat(), "due": [_plain(one) for one in self.items]}


def due(
    register: Register,
    *,
    on: date,
    within: Within = WITHIN,
    intervals: Intervals = INTERVALS,
    tables: Tables | None = None,
) -> Agenda:
    """What falls due from a day on: terms of what is unknown, ends, and what is to be looked at again.

    `within` is a `timedelta`, a number of days or a period (`P3M`, `90d`). A register says when something was
    looked at last; `intervals` say after how many months it is to be looked at again. `tables` are dated tables
    with rows of your own. `NotUnderstood` where `on` is no day or `within` no period.

    >>> register = Register(holder="bakery", activities=[{"key": "wages", "name": "Wages", "reviewed": "2025-11-01"}])
    >>> print(due(register, on=date(2026, 10, 1)))
    2026-11-01 — Wages: look at it again; the last review on record is of 1 November 2025 — Article 24(1)
    """
    one_register(register, tables)
    on = as_day(on)
    last = last_day(on, within)
    found = [
        *Entries(register, on, last, intervals),
        *ending(register, on, last, tables),
        *notices(register, on, last),
    ]
    places = {
        id(one): place for place, one in enumerate(found)
    }  # the same day and kind: as the register has it
    found.sort(key=lambda one: (one.day, ORDER[one.kind], places[id(one)]))
    return Agenda(register, on, last, tuple(dict.fromkeys(found)))


def _plain(one: Due) -> dict[str, Any]:
    said = {
        "since": one.since.isoformat() if one.since else "",
        "subject": one.subject,
        "owner": plain(one.owner),
        "why": plain(one.why),
        "activities": [*one.activities],
        "parties": [*one.parties],
        "days": one.days,
    }
    return {
        "day": one.day.isoformat(),
        "overdue": one.overdue,
        "kind": one.kind.value,
        "path": one.path,
        "article": one.article,
        **{name: value for name, value in said.items() if value not in ("", [], None)},
    }
