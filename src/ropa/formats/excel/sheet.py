"""One sheet while it is being filled: rows as finished XML, and what openpyxl must know about them.

The rows are written here and not by openpyxl because a register of ten thousand rows is then ready in a
third of the time, and because a cell written as an inline string is never anything but text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from xml.sax.saxutils import quoteattr

from openpyxl.utils import get_column_letter

from ropa.formats.excel.cell import Field, counted, empty, mixed, spoken, written
from ropa.formats.excel.continued import USUAL_WIDTH
from ropa.formats.excel.lines import lines_of
from ropa.formats.excel.style import Look
from ropa.formats.excel.tables import Grid

MOST_ROWS = 1_048_576
MOST_LINKS = 65_530
"""Excel drops the links of a sheet that has more; fields beyond it are written without a link."""

MOST_POINTS = 409
"""The tallest row Excel draws."""

LEADING = 1.25
"""How far the lines of a cell stand apart, in letter sizes, where Excel fits the row itself."""

Place = tuple[str, str]
"""Where a link leads: `("section", key)`."""

letter = cache(get_column_letter)


@dataclass(slots=True)
class Sheet:
    """Rows from top to bottom. Rows and columns count from 1, widths are in characters."""

    name: str
    known: frozenset[str]
    widths: dict[int, int]
    rows: list[str] = field(default_factory=list)
    links: list[tuple[str, Place]] = field(default_factory=list)
    last: int = 0
    across: int = 1
    frozen: str | None = None
    repeated: tuple[int, int] | None = None
    tables: list[Grid] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """What is said beside a cell, in the little window that opens on it."""
    choices: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    """The cells of a closed list, and all that may stand in them."""
    naming: int = 1
    """How many columns at the left say which row it is: they are printed again on every page."""

    @property
    def left(self) -> int:
        """How many rows Excel still has for this sheet."""
        return MOST_ROWS - self.last

    @property
    def extent(self) -> str:
        """The rectangle that is written on, as Excel names it."""
        return f"A1:{letter(self.across)}{max(self.last, 1)}"

    def add(self, fields: Sequence[Field], looks: Sequence[Look]) -> int:
        """Write one row, `looks` having one entry per field, and give its number."""
        self.last = row = self.last + 1
        out, most, widths = [], 1, self.widths
        for column, (cells, look) in enumerate(zip(fields, looks, strict=True), start=1):
            text = spoken(cells)
            lines = lines_of(text, widths.get(column, USUAL_WIDTH)) if look.wraps else 1
            if lines + look.spare > most:
                most = lines + look.spare
            out.append(self._field(f"{letter(column)}{row}", cells, text, look, leads=lines == 1))
        self.across = max(self.across, len(out))
        self.rows.append(f'<row r="{row}"{_height(most, looks)}>{"".join(out)}</row>')
        return row

    def skip(self) -> None:
        """Leave a row empty."""
        self.last += 1

    def link(self, at: str, place: Place) -> bool:
        """Let a cell lead to a place; False if the sheet has no room for another link."""
        if len(self.links) >= MOST_LINKS:
            return False
        self.links.append((at, place))
        return True

    def hyperlinks(self, places: Mapping[Place, str]) -> str:
        """The links as XML. All of them stay inside the workbook; an address from a register is never live."""
        found = [f'<hyperlink ref="{at}" location={quoteattr(places[place])}/>' for at, place in self.links]
        return f"<hyperlinks>{''.join(found)}</hyperlinks>" if found else ""

    def _field(self, at: str, cells: Field, text: str, look: Look, *, leads: bool) -> str:
        if len(cells) == 1 and not isinstance(cells[0].value, str):
            plain = counted(at, cells[0].value, look)
            if plain is not None:
                return plain
        if not text:
            return empty(at, look)
        # LibreOffice draws a cell with a link on a single line, whatever it holds: longer ones lose their link.
        place = self._target(cells) if leads else None
        if place is not None and self.link(at, place):
            return written(at, text, look.link)
        muted = cells[0].muted if len(cells) == 1 else sum([cell.muted for cell in cells])
        if 0 < muted < len(cells):
            return mixed(at, cells, look)
        return written(at, text, look.muted if muted else look.text)

    def _target(self, cells: Field) -> Place | None:
        for cell in cells:
            if cell.target is not None and cell.target in self.known:
                return "section", cell.target
        return None


def place_of(name: str, at: str) -> str:
    """A cell of a sheet as links and print settings name it."""
    return "'" + name.replace("'", "''") + f"'!{at}"


def _height(lines: int, looks: Sequence[Look]) -> str:
    """How tall a row is, without the mark that says a person chose it.

    Excel on a desktop would fit the row by itself, but LibreOffice without a window and most viewers draw a
    row without a height one line tall and print text over text. So the file says what to expect; as the mark
    is missing, every program may fit the row anew when somebody edits it.
    """
    size = max([look.size for look in looks])
    if lines == 1 and size <= 10:
        return ""
    return f' ht="{min(MOST_POINTS, round(lines * size * LEADING + 2))}"'
