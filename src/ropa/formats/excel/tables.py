"""Tables as Excel knows them: a range with a name, headings that are the names of its columns, and a filter.

Excel repairs a file, which is to say it throws the table away, unless every heading is a text that stands in its
cell letter for letter, no two of them differ in case only, and no two tables of the workbook have one name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table as ExcelTable, TableColumn, TableStyleInfo

from ropa.formats.excel.text import escaped, head, legible, same, units
from ropa.outline.page import Column

MOST_UNITS = 255
"""How long a heading or the name of a table may be, in UTF-16 units."""

LOOK = "TableStyleLight1"
"""The plainest style of Excel's own. It shows on rows that somebody adds; ours have a look of their own."""

_NOT_IN_NAMES = re.compile(r"[\W_]+")
# What is a cell in some notation: A1 or XFD12, and R1C1, which is Z1S1 in German and L1C1 in French; R alone is a row.
_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d*|[A-Za-z]\d*[A-Za-z]\d*", re.ASCII)

_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Grid:
    """One table on a sheet: its name, the rectangle from its headings to its last row, and the headings."""

    name: str
    extent: str
    headings: tuple[str, ...]


def headings(columns: Sequence[Column]) -> tuple[str, ...]:
    """The headings of a table as they stand in its cells: each is there, none is too long, and none stands twice.

    >>> headings([Column("Name"), Column("NAME"), Column("")])
    ('Name', 'NAME (2)', '3')
    """
    found: list[str] = []
    taken: set[str] = set()
    for number, column in enumerate(columns, start=1):
        wish = name = _short(legible(column.label) if column.label.strip() else str(number), MOST_UNITS)
        count = 1
        while same(name) in taken:
            count += 1
            mark = f" ({count})"
            name = _short(wish, MOST_UNITS - len(mark)) + mark
        taken.add(same(name))
        found.append(name)
    return tuple(found)


def _short(text: str, most: int) -> str:
    return text if units(text) <= most else head(text, most - 1) + "…"


class TableNames:
    """Gives every table a name that Excel accepts in a formula, and that no other table has."""

    def __init__(self) -> None:
        self._taken = {"true", "false"}

    def take(self, title: str) -> str:
        """A name as near to the title as possible.

        >>> names = TableNames()
        >>> names.take("Controller 30(1)"), names.take("controller 30 1"), names.take("R1"), names.take("2 B")
        ('Controller_30_1', 'controller_30_1_2', 'R1_', '_2_B')
        """
        plain = "".join(filter(_fits, unicodedata.normalize("NFC", legible(title))))
        wish = head(_NOT_IN_NAMES.sub("_", plain).strip("_"), MOST_UNITS // 2)
        wish = _LIKE_AN_ESCAPE.sub("", wish)
        if not wish or not wish[0].isalpha():
            wish = f"_{wish or 1}"
        if _LIKE_A_CELL.fullmatch(wish):
            wish += "_"
        name, count = wish, 1
        while same(name) in self._taken:
            count += 1
            name = f"{wish}_{count}"
        self._taken.add(same(name))
        return name


def _fits(letter: str) -> bool:
    """A letter or digit Excel knows in names, or what parts two of them; signs that only change others are left out."""
    return letter <= "\uffff" and (letter in "_0123456789" or letter.isalpha() or not letter.isalnum())


def choice_of(extent: str, words: Sequence[str]) -> DataValidation | None:
    """A list to choose from, which warns of any other word; None for one that Excel cannot hold.

    A comma ends a word there, and the whole list is one text.
    """
    listed = f'"{",".join(map(legible, words))}"'
    if units(listed) > MOST_UNITS or listed.count(",") >= len(words) or '"' in listed[1:-1]:
        return None
    return DataValidation(
        type="list",
        formula1=listed,
        sqref=extent,
        allowBlank=True,
        errorStyle="warning",
        showErrorMessage=True,
        showInputMessage=True,
    )


def table_of(grid: Grid) -> ExcelTable:
    """The table for openpyxl to write."""
    columns = [TableColumn(id=place, name=escaped(one)) for place, one in enumerate(grid.headings, start=1)]
    return ExcelTable(
        displayName=grid.name,
        ref=grid.extent,
        tableColumns=columns,
        autoFilter=AutoFilter(ref=grid.extent),
        tableStyleInfo=TableStyleInfo(name=LOOK, showRowStripes=False),
    )
