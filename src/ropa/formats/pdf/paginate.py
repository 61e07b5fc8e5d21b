"""Put rows on pages: nothing is drawn here, and every row is looked at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ropa.formats.pdf.row import Row
from ropa.formats.pdf.sheet import Sheet

WHOLE = 10
"""Rows of up to so many lines are never cut; a longer one keeps at least `FEW` lines on either side of a cut."""
FEW = 2
SLACK = 1e-6


class Slice(NamedTuple):
    """The lines `first` up to `last` of a row, `top` points under the top of the body; `again` if said before."""

    row: Row
    first: int
    last: int
    top: float
    again: bool = False

    @property
    def bottom(self) -> float:
        """Where it ends, counted like `top`."""
        return self.top + (self.last - self.first) * self.row.pitch + 2 * self.row.pad


class Page(NamedTuple):
    """One page: its sheet, the title of the top section in force where it begins, and what stands on it."""

    sheet: Sheet
    running: str
    slices: list[Slice]


class Flow(NamedTuple):
    """Rows that follow each other on sheets of one kind."""

    sheet: Sheet
    rows: Sequence[Row]


def paginate(flows: Iterable[Flow]) -> list[Page]:
    """The pages that hold these flows; each flow starts a page."""
    filler = _Filler()
    for flow in flows:
        filler.fill(flow)
    return filler.pages


def needs(rows: Sequence[Row]) -> list[float]:
    """For each row, how much room must be left on a page to start it there: itself, or its first lines,
    with all that it may not be parted from."""
    found = [0.0] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        if row.hold and at + 1 < len(rows):
            found[at] = row.height + rows[at + 1].above + found[at + 1]
        else:
            found[at] = (row.lines if row.lines <= WHOLE else FEW) * row.pitch + 2 * row.pad
    return found


class _Filler:
    """Fills pages from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._running = ""
        self._y = 0.0
        self._fresh = True

    def fill(self, flow: Flow) -> None:
        if not flow.rows:
            return
        self._turn(flow.sheet, flow.rows[0])
        for row, need in zip(flow.rows, needs(flow.rows), strict=True):
            self._place(row, need, flow.sheet)

    def _turn(self, sheet: Sheet, row: Row, again: Iterable[Row] = ()) -> None:
        """Start a page that begins with this row, or goes on with it under `again`."""
        if row.mark and row.mark.level == 1:
            self._running = row.mark.title
        self.pages.append(Page(sheet, self._running, []))
        self._y = 0.0
        for head in (*row.head, *again):
            self._put(head, 0, head.lines, again=True)
        self._fresh = True

    def _put(self, row: Row, first: int, last: int, *, again: bool = False) -> None:
        piece = Slice(row, first, last, self._y, again)
        self.pages[-1].slices.append(piece)
        self._y = piece.bottom
        self._fresh = False

    def _place(self, row: Row, need: float, sheet: Sheet) -> None:
        room = sheet.body_height
        if not self._fresh:
            cannot = self._y + row.above + need > room + SLACK
            if cannot and need + sum(head.height for head in row.head) <= room:
                self._turn(sheet, row)
            else:
                self._y += row.above
        if row.mark and row.mark.level == 1:
            self._running = row.mark.title
        first = 0
        while first < row.lines:
            take = self._lines_that_fit(row, row.lines - first, room)
            if take < min(FEW, row.lines - first) and not self._fresh:
                self._turn(sheet, row, row.resume if first else ())
                continue
            self._put(row, first, first + max(take, 1))
            first += max(take, 1)

    def _lines_that_fit(self, row: Row, left: int, room: float) -> int:
        fit = int((room - self._y - 2 * row.pad + SLACK) / row.pitch)
        if fit >= left:
            return left
        return min(fit, left - FEW) if left > WHOLE else fit
