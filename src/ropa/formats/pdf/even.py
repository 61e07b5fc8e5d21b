"""Take a little from the columns with room to spare and give it to the one that makes the rows tall."""

from __future__ import annotations

from collections.abc import Sequence

Field = tuple[float, int]
"""How long a field is, in ems, and how many things it says."""
STEP = 4.0
"""So many points change hands at a time."""
ROUNDS = 40
"""At most so many times."""
WORTH = 0.997
"""And only where the rows become this much shorter."""


def evened(
    widths: Sequence[float],
    least: Sequence[float],
    rows: Sequence[Sequence[Field]],
    size: float,
    gutter: float,
) -> tuple[float, ...]:
    """The widths with as much room in all, none below its least, at which the rows are shorter.

    >>> evened((60.0, 60.0), (30.0, 30.0), [((40.0, 1), (4.0, 1))], 8.0, 9.0)
    (88.0, 32.0)
    """
    found = tuple(widths)
    for _ in range(ROUNDS):
        heights = [
            [_lines(field, width, size, gutter) for field, width in zip(row, found, strict=True)]
            for row in rows
        ]
        now = sum(max(row, default=0.0) for row in heights)
        taker = _tallest(heights, len(found))
        tries = [_moved(found, giver, taker) for giver in range(len(found)) if giver != taker]
        fitting = [
            one for one in tries if all(width >= floor for width, floor in zip(one, least, strict=True))
        ]
        best = min(fitting, key=lambda one: _height(one, rows, size, gutter), default=None)
        if best is None or _height(best, rows, size, gutter) > now * WORTH:
            break
        found = best
    return found


def _tallest(heights: Sequence[Sequence[float]], number: int) -> int:
    """The column that is the tallest of most rows, by how tall it makes them."""
    total = [0.0] * number
    for row in heights:
        tall = max(row, default=0.0)
        for at, one in enumerate(row):
            if one == tall:
                total[at] += tall
    return max(range(number), key=total.__getitem__)


def _moved(widths: Sequence[float], giver: int, taker: int) -> tuple[float, ...]:
    made = list(widths)
    made[giver] -= STEP
    made[taker] += STEP
    return tuple(made)


def _height(widths: Sequence[float], rows: Sequence[Sequence[Field]], size: float, gutter: float) -> float:
    return sum(
        max(
            (_lines(field, width, size, gutter) for field, width in zip(row, widths, strict=True)),
            default=0.0,
        )
        for row in rows
    )


def _lines(field: Field, width: float, size: float, gutter: float) -> float:
    """About how many lines a field takes up. A line of an item is half empty, as a rule."""
    length, items = field
    return length * size / (width - gutter) + 0.5 * items
