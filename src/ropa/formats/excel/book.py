"""The sheets of one workbook and what they share: styles, names, and places that links lead to."""

from __future__ import annotations

from openpyxl import Workbook

from ropa.formats.excel.sheet import Place, Sheet, place_of
from ropa.formats.excel.style import looks
from ropa.formats.excel.tables import Grid, TableNames
from ropa.formats.excel.text import Names


class Book:
    """Sheets in the order in which they were opened. `known` are the keys of the sections links may lead to.

    `again` is the reader's word for a row that goes on.
    """

    def __init__(self, known: frozenset[str], again: str) -> None:
        self.workbook = Workbook()
        self.looks = looks(self.workbook.worksheets[0])
        self.sheets: list[Sheet] = []
        self.places: dict[Place, str] = {}
        self.again = again
        self._known = known
        self._names = Names()
        self._table_names = TableNames()

    def open(self, title: str, widths: dict[int, int]) -> Sheet:
        """A new last sheet, named as near to the title as Excel allows."""
        sheet = Sheet(self._names.take(title), self._known, widths)
        self.sheets.append(sheet)
        return sheet

    def table(self, sheet: Sheet, extent: str, headings: tuple[str, ...]) -> None:
        """Make a rectangle with headings a table, named after its sheet."""
        sheet.tables.append(Grid(self._table_names.take(sheet.name), extent, headings))

    def mark(self, place: Place, sheet: Sheet, row: int) -> None:
        """Let links to a place lead to the beginning of a row."""
        self.places[place] = place_of(sheet.name, f"A{row}")
