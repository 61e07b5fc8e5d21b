"""How long a period lasts: whether two of them are the same length, or one is surely longer."""

from __future__ import annotations

from ropa.model.period import MINUTES, parts

CALENDAR = frozenset("YM")


def lasts(period: str) -> tuple[int, bool]:
    """How many minutes a period lasts, and whether it is told in years and months only."""
    said = parts(period)
    return sum(number * MINUTES[unit] for number, unit in said), all(unit in CALENDAR for _, unit in said)


def alike(one: object, other: object) -> bool:
    """Whether two periods are the same length however it is counted: months beside years, days beside weeks.

    A month and thirty days are not: not every month has as many.

    >>> alike("P1Y", "P12M"), alike("P2W", "P14D"), alike("P1M", "P30D"), alike("P1Y", "P365D")
    (True, True, False, False)
    """
    if not isinstance(one, str) or not isinstance(other, str):
        return False
    return _by_unit(one) == _by_unit(other) != (0, 0)


def _by_unit(period: str) -> tuple[int, int]:
    """Minutes of calendar units, and of units that always last as long."""
    calendar = sum(number * MINUTES[unit] for number, unit in parts(period) if unit in CALENDAR)
    return calendar, lasts(period)[0] - calendar
