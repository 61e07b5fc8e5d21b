"""How many days a period takes: at least and at most, as months and years differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ropa.model import Register
from ropa.model.period import parts
from ropa.wording import Wording

_DAYS = {"Y": (365, 366), "W": (7, 7), "D": (1, 1)}


def days(period: str) -> tuple[int, int]:
    """The fewest and the most days of a period; twelve months are a year.

    >>> days("P4W"), days("P1M"), days("P18M"), days("PT36H")
    ((28, 28), (28, 31), (543, 550), (1, 2))
    """
    spans = [_span(number, unit) for number, unit in parts(period)]
    return sum(least for least, _ in spans), sum(most for _, most in spans)


def shorter(one: str, other: str) -> bool:
    """Whether a period is certainly shorter than another.

    >>> shorter("P7Y", "P10Y"), shorter("P4W", "P1M"), shorter("P12M", "P1Y")
    (True, False, False)
    """
    return days(one)[1] < days(other)[0]


def _span(number: int, unit: str) -> tuple[int, int]:
    if unit == "M":
        years, months = divmod(number, 12)
        least, most = (28 * months, 31 * months) if months < 2 else (30 * months - 2, (61 * months + 3) // 2)
        return years * 365 + least, years * 366 + most
    if unit == "H":
        return number // 24, -(-number // 24)
    least, most = _DAYS.get(unit, (0, 0))
    return number * least, number * most


def period(register: Register, said: str) -> Callable[[str], str]:
    """A period in words, in the language it is asked for."""
    return lambda language: Wording(register, language).period(said)


def is_older(day: date, years: int, on: date) -> bool:
    """Whether a day lies more than so many years back.

    >>> is_older(date(2020, 2, 29), 3, date(2023, 2, 28)), is_older(date(2020, 2, 29), 3, date(2023, 3, 1))
    (False, True)
    """
    return (on.year - day.year, on.month, on.day) > (years, day.month, day.day)
