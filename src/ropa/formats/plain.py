"""A value of an outline as text, whatever it is printed on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ropa.outline.page import Value

NOTHING = "–"


def plain(value: Value) -> str:
    """A value as text: dates in ISO 8601, numbers in plain digits.

    >>> [plain(value) for value in ("a", 12, 0.5, 1e21, None)]
    ['a', '12', '0.5', '1000000000000000000000', '–']
    """
    if isinstance(value, str):
        return value
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, date):
        return value.isoformat()
    return format(Decimal(repr(value)), "f")
