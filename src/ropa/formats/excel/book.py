"""The sheets of one workbook and what they share: styles, names, places that links lead to, and what was too long."""

from __future__ import annotations

from openpyxl import Workbook

from ropa.formats.excel.sheet import Place, Sheet, place_of
from ropa.formats.excel.spill import Spill
from ropa.formats.excel.style import looks
from ropa.formats.excel.text import Names


class Book:
    """Sheets in the order in which they were opened. `known` are the keys of the sections links may lead to."""

    def __init__(self, known: frozenset[str], see: str) -> None:
        self.workbook = Workbook()
        self.looks = looks(self.workbook.worksheets[0])
        self.sheets: list[Sheet] = []
        self.places: dict[Place, str] = {}
        self.spill = Spill(see)
        self._known = known
        self._names = Names()

    def open(self, title: str, widths: dict[int, int]) -> Sheet:
        """A new last sheet, named as near to the title as Excel allows."""
        sheet = Sheet(self._names.take(title), self._known, self.spill, widths)
        self.sheets.append(sheet)
        return sheet

    def mark(self, place: Place, sheet: Sheet, row: int) -> None:
        """Let links to a place lead to the beginning of a row."""
        self.places[place] = place_of(sheet.name, f"A{row}")
