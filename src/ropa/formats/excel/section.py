"""Draws one section of the outline, with all sections inside it, on a sheet, or on several if one is too short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ropa.formats.excel.book import Book
from ropa.formats.excel.cell import Field
from ropa.formats.excel.continued import bulleted, continued
from ropa.formats.excel.running import lines_of_text
from ropa.formats.excel.sheet import letter
from ropa.formats.excel.style import Look
from ropa.formats.excel.tables import headings
from ropa.formats.excel.width import widths
from ropa.outline.page import Block, Cell, Column, Lines, Paragraph, Section, Table

MOST_FROZEN = 12
"""A header further down is not frozen: the rows above it would leave no room on a small screen."""

FEW_COLUMNS = 6
"""A table with more of them keeps the columns in view that say which row it is."""


def anchor(field: Field) -> str | None:
    """What a field is called by whatever leads to its row."""
    return field[0].anchor if field else None


def parted(section: Section) -> tuple[Section, ...]:
    """A section as it stands on sheets: a table is filtered and printed under its own header only on its own sheet.

    So whatever lies below goes to a sheet of its own where a table would follow another one.
    """
    kept: list[Section] = []
    apart: list[Section] = []
    taken = _tables(section.blocks)
    for inner in section.sections:
        told = any(_tables(below.blocks) for _, below in inner.walk())
        if taken and told:
            apart += parted(inner)
        else:
            kept.append(inner)
            taken = taken or told
    return (replace(section, sections=tuple(kept)), *apart)


def _tables(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Table) and block.rows for block in blocks)


class SectionSheets:
    """The sheets of one section. Only its first table is frozen and printed again on every page: a sheet has one."""

    def __init__(self, book: Book, section: Section) -> None:
        self._book = book
        self._section = section
        self._widths = widths(section)
        self._header: tuple[Column, ...] = ()
        self._headings: tuple[str, ...] = ()
        self._header_row = 0
        self._naming = 1
        self._first_table = True
        self._name = section.short or section.title
        self._sheet = book.open(self._name, self._widths)

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
        look = looks.heading if level == 1 else looks.subheading
        for number, text in enumerate(lines_of_text(section.title)):
            row = self._add([(Cell(text),)], [look])
            if number == 0:
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
            self._rows(fields, [looks.label, looks.body, looks.note], 1)
        self._skip()

    def _table(self, table: Table) -> None:
        if not table.columns:
            return
        self._header, self._naming = table.columns, table.naming
        self._headings = headings(table.columns)
        if self._sheet.left < 4:
            self._turn()
        else:
            self._draw_header()
        looks = [self._book.looks.body] * len(table.columns)
        lists = bulleted(table.rows, self._widths)
        for row in table.rows:
            first = self._rows(row, looks, self._naming, lists)
            for name in map(anchor, row[: self._naming]):
                if name and ("section", name) not in self._book.places:
                    self._book.mark(("section", name), self._sheet, first)
        self._end_of_table()
        self._header, self._first_table = (), False
        self._skip()

    def _draw_header(self) -> None:
        looks, columns, sheet = self._book.looks, self._header, self._sheet
        first = sheet.last + 1
        if any(column.note for column in columns):
            # The provisions stand above the headings, so that the filter buttons belong to the headings.
            sheet.add([(Cell(column.note),) for column in columns], [looks.article] * len(columns))
        row = sheet.add([(Cell(one),) for one in self._headings], [looks.header] * len(columns))
        self._header_row = row
        # The row above is printed; the note goes with its heading wherever that is shown.
        sheet.notes += [
            (f"{letter(place)}{row}", column.note) for place, column in enumerate(columns, 1) if column.note
        ]
        if not self._first_table:
            return
        sheet.repeated, sheet.naming = (first, row), self._naming
        if row <= MOST_FROZEN:
            kept = self._naming if len(columns) > FEW_COLUMNS else 0
            sheet.frozen = f"{letter(kept + 1)}{row + 1}"

    def _end_of_table(self) -> None:
        # Excel knows no table without a row.
        if self._header_row and self._sheet.last > self._header_row:
            extent = f"A{self._header_row}:{letter(len(self._header))}{self._sheet.last}"
            self._book.table(self._sheet, extent, self._headings)
            first, last = self._header_row + 1, self._sheet.last
            self._sheet.choices += [
                (f"{letter(place)}{first}:{letter(place)}{last}", column.choices)
                for place, column in enumerate(self._header, 1)
                if column.choices
            ]
        self._header_row = 0

    def _rows(
        self,
        fields: Sequence[Field],
        looks: Sequence[Look],
        naming: int,
        lists: frozenset[int] | None = None,
    ) -> int:
        """Write a row, in as many as it takes, and give the number of the first."""
        written = [
            self._add(row, looks[: len(row)])
            for row in continued(fields, self._widths, naming, self._book.again, lists)
        ]
        return written[0]

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
        self._sheet = self._book.open(self._name, self._widths)
        if self._header:
            self._draw_header()
