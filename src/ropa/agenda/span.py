"""How far an agenda looks ahead, and how long things last until they are to be looked at again."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ropa.errors import NotUnderstood, Problem
from ropa.model.period import as_period, parts
from ropa.rules.assessments.assessment_not_revised import YEARS as ASSESSMENT_YEARS
from ropa.rules.notices.notice_not_revised import YEARS as STATEMENT_YEARS

WITHIN = timedelta(days=90)
Within = timedelta | int | str
_BRIEF = re.compile(r"(\d{1,9})\s*([dwmy])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Intervals:
    """After how many months something is to be looked at again. Good practice, as the rules have it: no law says so."""

    review: int = 12
    """An entry or the register (rule ROPA157)."""
    assessment: int = 12 * ASSESSMENT_YEARS
    """A data protection impact assessment (rule ROPA294); Article 35(11) says: where necessary."""
    transfer_assessment: int = 12
    """An assessment of transfers; EDPB Recommendations 01/2020 say: at appropriate intervals."""
    statement: int = 12 * STATEMENT_YEARS
    """A privacy statement (rule ROPA272)."""


INTERVALS = Intervals()


def later(day: date, months: int) -> date:
    """The same day so many months later; the last of that month where it is shorter.

    >>> later(date(2024, 2, 29), 12), later(date(2025, 8, 31), 6)
    (datetime.date(2025, 2, 28), datetime.date(2026, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day(on: date, within: Within) -> date:
    """The last day an agenda looks at. `NotUnderstood` where that is no period.

    >>> last_day(date(2026, 1, 31), "P1M"), last_day(date(2026, 1, 31), 30), last_day(date(2026, 1, 31), "2w")
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 2), datetime.date(2026, 2, 14))
    """
    if isinstance(within, str):
        return _after(on, within)
    if isinstance(within, int) and not isinstance(within, bool) and within >= 0:
        return _plus(on, within)
    if isinstance(within, timedelta) and within >= timedelta(0):
        return _plus(on, within.days)
    raise _wrong()


def _after(on: date, said: str) -> date:
    brief = _BRIEF.fullmatch(said.strip())
    period = f"P{brief[1]}{brief[2].upper()}" if brief else as_period(said[:100])
    if period is None:
        raise _wrong()
    months = days = 0
    for number, unit in parts(period):
        months += {"Y": 12, "M": 1}.get(unit, 0) * number
        days += {"W": 7, "D": 1}.get(unit, 0) * number
    return _plus(later(on, months), days)


def _plus(day: date, days: int) -> date:
    return day + timedelta(days=days) if days <= (date.max - day).days else date.max


def _wrong() -> NotUnderstood:
    return NotUnderstood(
        [Problem("within", "this is not a period of time", "write 90d, P3M or a number of days")]
    )
