"""Periods of time as a register writes them: ISO 8601, or a number and a unit in one of the languages."""

from __future__ import annotations

import re
from functools import cache

from ropa.glossary import LANGUAGES, known

MINUTES = {"Y": 525_960, "M": 43_830, "W": 10_080, "D": 1_440, "H": 60, "MIN": 1}
"""What a unit lasts on average."""
_ISO = re.compile(r"P(?=.)(\d{1,4}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,6}D)?(T(?=\d)(\d{1,5}H)?(\d{1,6}M)?)?")
_SAID = re.compile(r"(\d{1,4})\s+(\w+)")


@cache
def _units() -> dict[str, str]:
    units = known("periods")
    return {word: block["iso"] for block in units.values() for code in LANGUAGES for word in block[code]}


def as_period(said: str) -> str | None:
    """The ISO 8601 form of a period, or None where it is not one.

    >>> as_period("P7Y"), as_period("7 jaar"), as_period("6 Monate"), as_period("as long as needed")
    ('P7Y', 'P7Y', 'P6M', None)
    """
    said = said.strip()
    if _ISO.fullmatch(said):
        return said
    found = _SAID.fullmatch(said)
    unit = _units().get(found[2].lower()) if found else None
    return f"P{found[1]}{unit}" if found and unit else None


def parts(period: str) -> tuple[tuple[int, str], ...]:
    """The numbers and units of a period, largest first.

    >>> parts("P1Y6M")
    ((1, 'Y'), (6, 'M'))
    """
    dates, _, times = period.partition("T")
    return (
        *((int(number), unit) for number, unit in re.findall(r"(\d+)([YMWD])", dates)),
        *((int(number), unit.replace("M", "MIN")) for number, unit in re.findall(r"(\d+)([HM])", times)),
    )
