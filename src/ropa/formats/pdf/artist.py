"""Draw one page after the other: rules, texts, links, bookmarks, the running header and the page number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ropa import typeface
from ropa.formats.pdf.paginate import Page, Slice
from ropa.formats.pdf.pen import Pen
from ropa.formats.pdf.picture import picture
from ropa.formats.pdf.row import Drawing, Lane, Mark, echoes
from ropa.formats.pdf.scribe import Scribe
from ropa.formats.pdf.setter import Setter
from ropa.formats.pdf.sheet import BASELINE, FOOTER_AT, FURNITURE, FURNITURE_PITCH, HAIRLINE, HEADER_AT
from ropa.formats.pdf.structure import Element
from ropa.formats.pdf.tags import ARTIFACT, Tags
from ropa.outline.page import Outline

LONGEST_NAME = 300
"""A bookmark or a document title of more characters is cut: it is a name in a panel, the text stands on the page."""
MIDDLE = 12.0
"""What is left free at least on either side of the middle of a running header."""


def name(text: str) -> str:
    """A text as the name of a thing in a viewer's panel: one line, not endless.

    >>> name("Payroll\\n(2024)")
    'Payroll (2024)'
    """
    shown = " ".join(typeface.printable(text[: 2 * LONGEST_NAME]).split())
    return shown if len(shown) <= LONGEST_NAME else shown[:LONGEST_NAME] + "…"


class Artist:
    """Draws pages onto a canvas."""

    def __init__(self, canvas: Any, setter: Setter, tags: Tags, numbers: Mapping[str, int]) -> None:
        self._canvas, self._setter, self._tags = canvas, setter, tags
        self._pen = Pen(canvas)
        self._scribe = Scribe(self._pen, tags, numbers)

    def header(self, page: Page, outline: Outline) -> None:
        """The title of the section on the left and that of the document on the right, over a hairline."""
        sheet = page.sheet
        y = sheet.height - HEADER_AT
        self._pen.rule(sheet.side, y - 7.0, sheet.body_width, 0.4, HAIRLINE)
        # A short one leaves its room to the other; long ones take a second line each.
        half = sheet.body_width / 2
        right = self._setter.headline(outline.title, half - MIDDLE, FURNITURE)
        taken = max(_width(line) for line in right) if right else 0.0
        left = self._setter.headline(page.running, sheet.body_width - taken - 2 * MIDDLE, FURNITURE)
        self._ends(page, left, right, y)
        self._pen.lift()

    def footer(self, page: Page, outline: Outline, number: int, total: int) -> None:
        """The date of the register on the left, the page on the right."""
        words = self._setter.furniture.get("page", "{page} / {pages}")
        shown = words.replace("{pages}", str(total)).replace("{page}", str(number))
        self._ends(page, (outline.on.isoformat(),), (shown,), FOOTER_AT)
        self._pen.lift()

    def body(self, page: Page) -> None:
        """Everything between the two."""
        left, top = page.sheet.side, page.sheet.height - page.sheet.top
        for piece in page.slices:
            rule = piece.row.rule
            if rule and piece.last == piece.row.lines:
                self._pen.rule(left + rule.x, top - piece.bottom, rule.width, rule.weight, rule.colour)
        for piece in page.slices:
            self._slice(page, piece, left, top)
        self._pen.lift()

    def _ends(self, page: Page, start: Sequence[str], end: Sequence[str], y: float) -> None:
        """One text at the left margin, one at the right, each with its last line at the height."""
        sheet = page.sheet
        self._pen.begin(ARTIFACT)
        for at, line in enumerate(reversed(start)):
            self._pen.say(line, sheet.side, y + at * FURNITURE_PITCH, FURNITURE)
        for at, line in enumerate(reversed(end)):
            x = sheet.width - sheet.side - _width(line)
            self._pen.say(line, x, y + at * FURNITURE_PITCH, FURNITURE)
        self._pen.end()

    def _slice(self, page: Page, piece: Slice, left: float, top: float) -> None:
        row = piece.row
        if row.mark and not piece.first:
            self._bookmark(row.mark, top - piece.top)
        start = top - piece.top - row.pad - BASELINE * row.pitch
        if piece.again:
            self._said_again(row.lanes, row.pitch, left, start)
        elif row.drawing:
            self._picture(row.drawing, self._tags.fields(row)[0].whole, left, top - piece.top)
        elif row.leads:
            self._scribe.entry(piece, self._tags.fields(row)[0], page.sheet, start)
        else:
            for lane, field in zip(row.lanes, self._tags.fields(row), strict=False):
                self._scribe.lane(lane[piece.first : piece.last], field, row.pitch, left, start)
            self._said_again(echoes(row, piece.first, piece.last), row.pitch, left, start)

    def _said_again(self, lanes: Iterable[Lane], pitch: float, left: float, start: float) -> None:
        """What was said before: there to be seen, not to be read aloud once more."""
        for lane in lanes:
            self._pen.begin(ARTIFACT)
            for at, line in enumerate(lane):
                self._pen.say(line.text, left + line.x, start - at * pitch, line.ink)
            self._pen.end()

    def _picture(self, drawing: Drawing, element: Element, left: float, top: float) -> None:
        self._pen.lift()
        x, scale = left + drawing.x, drawing.scale
        right, bottom = x + drawing.picture.width * scale, top - drawing.picture.height * scale
        element.more += f"/A<</O/Layout/BBox[{x:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>"
        self._canvas.addLiteral(self._tags.mark(element))
        self._canvas.addLiteral(picture(self._pen, drawing, left, top))
        self._canvas.addLiteral("EMC")

    def _bookmark(self, mark: Mark, y: float) -> None:
        self._canvas.bookmarkPage(mark.goal, fit="XYZ", left=0, top=y + 6.0)
        self._canvas.addOutlineEntry(
            name(mark.title) or "–", mark.goal, mark.level - 1, closed=mark.level > 1
        )


def _width(line: str) -> float:
    return typeface.width(line, FURNITURE.size, FURNITURE.bold)
