"""How wide the columns of a sheet are: no wider than what stands in them, so that more of a table fits on a page."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain

from ropa.formats.excel.cell import spoken
from ropa.formats.excel.text import breadth
from ropa.outline.page import Lines, Section, Table

NARROWEST, WIDEST = 5, 100
BUTTON = 5
"""Room for the filter button beside the longest word of a heading."""
AIR = 2
COMFORTABLE, LEGIBLE = 235, 335
"""So many characters across are read with ease on a landscape page of A4, at over six points; and with effort."""
KEPT = 0.5
"""How much of its width every column keeps at least, to let a table stand on one page."""
LABELS, VALUES, NOTES = 28, 60, 24
"""Widths of labelled lines. In a section that also has a table they are only the least the first two columns get."""


def widths(section: Section) -> dict[int, int]:
    """The widths in characters by column: as the first table that has such a column likes it, or less."""
    blocks = list(chain.from_iterable(inner.blocks for _, inner in section.walk()))
    found: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Table):
            for number in range(len(found), len(block.columns)):
                found[number + 1] = _fitting(block, number)
            _squeeze(found, block)
    if any(isinstance(block, Lines) for block in blocks):
        tabled = bool(found)
        found[1] = max(found.get(1, 0), LABELS)
        found[2] = max(found.get(2, 0), VALUES // 2 if tabled else VALUES)
        found.setdefault(3, NOTES)
    return found


def _squeeze(found: dict[int, int], table: Table) -> None:
    """Make columns narrower by as much as a table is too wide for one page, as far as the headings allow."""
    over = sum(found.values()) - COMFORTABLE
    least = {
        place: min(width, max(_heading(table, place - 1), math.ceil(width * KEPT)))
        for place, width in found.items()
        if place <= len(table.columns)
    }
    spare = sum(found[place] - width for place, width in least.items())
    if over > 0 and spare:
        for place, width in least.items():
            found[place] -= math.ceil((found[place] - width) * min(1, over / spare))


def _heading(table: Table, number: int) -> int:
    return max((breadth(word) for word in table.columns[number].label.split()), default=0) + BUTTON


def _fitting(table: Table, number: int) -> int:
    column = table.columns[number]
    most = min(max(column.width, NARROWEST), WIDEST)
    need = min(most, _heading(table, number))
    for width in _lines(table, number):
        need = max(need, width + AIR)
        if need >= most:
            return most
    return max(need, NARROWEST)


def _lines(table: Table, number: int) -> Iterator[int]:
    for row in table.rows:
        for cell in row[number] if number < len(row) else ():
            yield max(map(breadth, spoken((cell,)).split("\n")))
