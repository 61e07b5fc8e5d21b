"""Tables of a row or two that are too wide for a page: told line by line, so that the paper need not be turned for them."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.formats.pdf.columns import table_sheet
from ropa.formats.pdf.sheet import PORTRAIT
from ropa.outline.page import Line, Lines, Table

FEW = 2
"""A table of more rows is read across."""


def is_spoken(table: Table) -> bool:
    """Whether a table is told in lines."""
    return 0 < len(table.rows) <= FEW and table_sheet(table) != PORTRAIT


def spoken(table: Table) -> Iterator[Lines]:
    """A run of lines for each row: what its columns are called, and what it says in them."""
    for row in table.rows:
        fields = zip(table.columns, row, strict=False)
        lines = tuple(Line(column.label, cells, column.note) for column, cells in fields if cells)
        if lines:
            yield Lines(lines)
