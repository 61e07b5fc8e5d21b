"""Put rows on pages: nothing is drawn here, and every row is looked at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ropa.formats.pdf.row import Row
from ropa.formats.pdf.sheet import BULLET, PORTRAIT, Sheet

WHOLE = 1 / 3
"""Rows of up to this part of an upright page are never cut, on whatever sheet; a taller one keeps at least `FEW` lines on
either side of a cut."""
FEW = 3
START = 6
"""So many lines of a row that will be cut must fit on the page that it begins on."""
TOGETHER = 1 / 4
"""Rows that would rather not be parted may take up this part of a page."""
SOONER = 4
"""So many lines sooner may a row be cut where that is between two paragraphs and not within one."""
SLACK = 1e-6
REMNANT = 0.2
"""A last page that is filled to this part of it only is spared if it can be."""
LOWER = 13.0
"""So much lower, in points, may the pages before it end: there is room for one line more on each."""


STEPS = (1.0, 1.5)
"""How many times that is tried: at the last, they end just over the footer."""


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


def is_cut(row: Row, sheet: Sheet) -> bool:
    """Whether the row is tall enough to be cut where a page ends."""
    return (
        row.height > max(sheet.body_height, PORTRAIT.body_height) * WHOLE + SLACK and row.lines >= START + FEW
    )


class Need(NamedTuple):
    """How much room must be left on a page to start a row there, and how much for what should go with its end."""

    start: float
    after: float


def needs(rows: Sequence[Row], sheet: Sheet) -> list[Need]:
    """The room for each row: for itself, or its first lines, with all that it may not be parted from,
    and with what it would rather not be unless that is too much."""
    alone = [START * row.pitch + 2 * row.pad if is_cut(row, sheet) else row.height for row in rows]
    found = alone[:]
    after = [0.0] * len(rows)
    for at in range(len(rows) - 2, -1, -1):
        row, whole = rows[at], rows[at].height + rows[at + 1].above
        if row.hold:
            found[at] = whole + found[at + 1]
        elif row.keep:
            after[at] = rows[at + 1].above + alone[at + 1]
        if row.keep and not is_cut(row, sheet):
            choices = (whole + found[at + 1], whole + alone[at + 1])
            found[at] = next((need for need in choices if need <= sheet.body_height * TOGETHER), alone[at])
    return [Need(*both) for both in zip(found, after, strict=True)]


class _Filler:
    """Fills pages from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._running = ""
        self._y = 0.0
        self._fresh = True

    def fill(self, flow: Flow) -> None:
        """Fill pages with a flow, on one less where its last page would be all but empty."""
        start, running = len(self.pages), self._running
        self._fill(flow)
        pages, after = self.pages[start:], self._running
        if len(pages) < 2 or self._y > flow.sheet.body_height * REMNANT:
            return
        for times in STEPS:
            del self.pages[start:]
            self._running = running
            lower = flow.sheet._replace(bottom=flow.sheet.bottom - LOWER * times)
            self._fill(flow._replace(sheet=lower))
            if len(self.pages) - start < len(pages):
                return
        self.pages[start:], self._running = pages, after

    def _fill(self, flow: Flow) -> None:
        if not flow.rows:
            return
        self._turn(flow.sheet, flow.rows[0])
        for row, need in zip(flow.rows, needs(flow.rows, flow.sheet), strict=True):
            self._place(row, need, flow.sheet)

    def _turn(self, sheet: Sheet, row: Row) -> None:
        """Start a page that begins, or goes on, with this row."""
        if row.mark and row.mark.level == 1:
            self._running = row.mark.title
        self.pages.append(Page(sheet, self._running, []))
        self._y = 0.0
        for head in row.head:
            self._put(head, 0, head.lines, again=True)
        self._fresh = True

    def _put(self, row: Row, first: int, last: int, *, again: bool = False) -> None:
        piece = Slice(row, first, last, self._y, again)
        self.pages[-1].slices.append(piece)
        self._y = piece.bottom
        self._fresh = False

    def _place(self, row: Row, need: Need, sheet: Sheet) -> None:
        if not self._fresh:
            room = sheet.body_height
            cannot = self._y + row.above + need.start > room + SLACK
            if (
                cannot
                and row.less
                and self._y + row.above + need.start <= room + row.height - row.less.height
            ):
                row, cannot = row.less, False
            if cannot and need.start + sum(head.height for head in row.head) <= room:
                self._turn(sheet, row)
            else:
                self._y += row.above
        if row.mark and row.mark.level == 1:
            self._running = row.mark.title
        first = 0
        while first < row.lines:
            take = self._lines_that_fit(row, first, sheet, need.after)
            if take < min(FEW, row.lines - first) and not self._fresh:
                self._turn(sheet, row)
                continue
            self._put(row, first, first + max(take, 1))
            first += max(take, 1)
            if first < row.lines:
                self._turn(sheet, row)

    def _lines_that_fit(self, row: Row, first: int, sheet: Sheet, after: float) -> int:
        left, room = row.lines - first, sheet.body_height - self._y - 2 * row.pad + SLACK
        fit = int(room / row.pitch)
        if not is_cut(row, sheet):
            return min(fit, left)
        # What should not stand alone on the next page takes the end of this row with it.
        if fit >= left and (left < 2 * FEW or left * row.pitch + after <= room):
            return left
        return self._better(row, first, min(fit, left - FEW))

    def _better(self, row: Row, first: int, fit: int) -> int:
        """How many lines to take so that the longest lane is cut between two of its paragraphs, if that is near."""
        longest = max(row.lanes, key=len, default=())
        for take in range(fit, max(fit - SOONER, FEW) - 1, -1):
            if first + take < len(longest) and longest[first + take].text.startswith(BULLET):
                return take
        return fit
