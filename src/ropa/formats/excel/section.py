"""Draws one section of the outline, with all sections inside it, on a sheet, or on several if one is too short."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from ropa.formats.excel.book import Book
from ropa.formats.excel.cell import Field
from ropa.formats.excel.running import lines_of_text
from ropa.formats.excel.sheet import letter
from ropa.formats.excel.style import Look
from ropa.outline.page import Block, Cell, Column, Lines, Paragraph, Section, Table

MOST_FROZEN = 12
"""A header further down is not frozen: the rows above it would leave no room on a small screen."""

FEW_COLUMNS = 6
"""A table with more of them keeps its first column in view."""

NARROWEST, WIDEST = 5, 100
LABELS, VALUES, NOTES = 28, 60, 24
"""Widths of labelled lines. In a section that also has a table they are only the least the first two columns get."""


class SectionSheets:
    """The sheets of one top-level section. Only its first table is frozen and filtered: a sheet has one of each."""

    def __init__(self, book: Book, section: Section) -> None:
        self._book = book
        self._section = section
        self._widths = widths(section)
        self._header: tuple[Column, ...] = ()
        self._first_table = True
        self._sheet = book.open(section.title, self._widths)

    def draw(self) -> None:
        """Fill the sheets."""
        for level, section in self._section.walk():
            self._heading(level, section)
            for block in section.blocks:
                self._block(block)

    def _heading(self, level: int, section: Section) -> None:
        looks = self._book.looks
        if level > 1:
            self._skip()
        row = self._add([(Cell(section.title),)], [looks.heading if level == 1 else looks.subheading])
        self._book.mark(("section", section.key), self._sheet, row)

    def _block(self, block: Block) -> None:
        if isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Lines):
            self._lines(block)
        elif isinstance(block, Paragraph):
            for text in lines_of_text(block.text):
                self._add([(Cell(text, muted=block.muted),)], [self._book.looks.running])

    def _lines(self, block: Lines) -> None:
        looks = self._book.looks
        for line in block.lines:
            fields: list[Field] = [(Cell(line.label),), line.cells, (Cell(line.note),)]
            self._add(fields, [looks.label, looks.body, looks.note])
        self._skip()

    def _table(self, table: Table) -> None:
        if not table.columns:
            return
        self._header = table.columns
        if self._sheet.left < 4:
            self._turn()
        else:
            self._draw_header()
        looks = [self._book.looks.body] * len(table.columns)
        for row in table.rows:
            self._add(row, looks)
        self._end_of_table()
        self._header, self._first_table = (), False
        self._skip()

    def _draw_header(self) -> None:
        looks, columns, sheet = self._book.looks, self._header, self._sheet
        first = sheet.last + 1
        if any(column.note for column in columns):
            # The provisions stand above the headings, so that the filter buttons belong to the headings.
            sheet.add([(Cell(column.note),) for column in columns], [looks.article] * len(columns))
        row = sheet.add([(Cell(column.label),) for column in columns], [looks.header] * len(columns))
        if not self._first_table:
            return
        sheet.repeated = (first, row)
        if row <= MOST_FROZEN:
            sheet.frozen = f"{'B' if len(columns) > FEW_COLUMNS else 'A'}{row + 1}"

    def _end_of_table(self) -> None:
        sheet = self._sheet
        if self._first_table and sheet.repeated and sheet.last > sheet.repeated[1]:
            sheet.filtered = f"A{sheet.repeated[1]}:{letter(len(self._header))}{sheet.last}"

    def _add(self, fields: Sequence[Field], looks: Sequence[Look]) -> int:
        if self._sheet.left < 1:
            self._turn()
        return self._sheet.add(fields, looks)

    def _skip(self) -> None:
        if self._sheet.left:
            self._sheet.skip()

    def _turn(self) -> None:
        """Go on at the top of a new sheet, under the same header if a table is being written."""
        self._end_of_table()
        self._sheet = self._book.open(self._section.title, self._widths)
        if self._header:
            self._draw_header()


def widths(section: Section) -> dict[int, int]:
    """How wide the columns of a section's sheet are: as the first table that has such a column likes it."""
    blocks = list(chain.from_iterable(inner.blocks for _, inner in section.walk()))
    found: dict[int, int] = {}
    for block in blocks:
        if isinstance(block, Table):
            for number, column in enumerate(block.columns, start=1):
                found.setdefault(number, min(max(column.width, NARROWEST), WIDEST))
    if any(isinstance(block, Lines) for block in blocks):
        tabled = bool(found)
        found[1] = max(found.get(1, 0), LABELS)
        found[2] = max(found.get(2, 0), VALUES // 2 if tabled else VALUES)
        found.setdefault(3, NOTES)
    return found
