"""Lines of labels and boxes: the same few words stand in picture after picture, and are broken once."""

from __future__ import annotations

from functools import lru_cache

from ropa import typeface

REMEMBERED = 20_000
"""So many texts of different widths are remembered."""


@lru_cache(maxsize=REMEMBERED)
def wrap(
    text: str, room: float, size: float, bold: bool = False, most: int | None = None, language: str = ""
) -> tuple[str, ...]:
    """The text in lines of at most `room` points, as `ropa.typeface.wrap` breaks it.

    >>> wrap("Payroll of the bakery", 60, 10)
    ('Payroll of', 'the bakery')
    """
    return typeface.wrap(text, room, size, bold, most, language=language)


@lru_cache(maxsize=REMEMBERED)
def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is, in points."""
    return typeface.width(text, size, bold)
