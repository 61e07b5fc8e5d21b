"""Draw pages that are laid out: rules, texts, links, bookmarks, the running header and the page number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from ropa import typeface
from ropa.formats.pdf.contents import NUMBER_WIDTH
from ropa.formats.pdf.paginate import Page, Slice
from ropa.formats.pdf.pen import Pen
from ropa.formats.pdf.picture import draw_picture
from ropa.formats.pdf.row import Mark, Piece
from ropa.formats.pdf.setter import Setter
from ropa.formats.pdf.sheet import BASELINE, FOOTER_AT, FURNITURE, HAIRLINE, HEADER_AT
from ropa.outline.page import Outline

LONGEST_NAME = 300
"""A bookmark or a document title of more characters is cut: it is a name in a panel, the text stands on the page."""
LEADER = " ."


def draw(outline: Outline, setter: Setter, pages: Sequence[Page], numbers: Mapping[str, int]) -> bytes:
    """The document as bytes. `numbers` says on which page each place is."""
    typeface.register()
    out = BytesIO()
    canvas = _canvas(out, outline)
    artist = _Artist(canvas, setter, numbers)
    for number, page in enumerate(pages, start=1):
        canvas.setPageSize((page.sheet.width, page.sheet.height))
        if number > 1:
            artist.header(page, outline)
        artist.body(page)
        if number > 1:
            artist.footer(page, outline, number, len(pages))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def name(text: str) -> str:
    """A text as the name of a thing in a viewer's panel: one line, not endless.

    >>> name("Payroll\\n(2024)")
    'Payroll (2024)'
    """
    shown = " ".join(typeface.printable(text[: 2 * LONGEST_NAME]).split())
    return shown if len(shown) <= LONGEST_NAME else shown[:LONGEST_NAME] + "…"


def _canvas(out: BytesIO, outline: Outline) -> Any:
    """A canvas that writes the same bytes each time: `invariant` leaves out the clock and the file's random name."""
    canvas = Canvas(
        out, invariant=1, pageCompression=0, initialFontName=typeface.REGULAR, lang=outline.language or None
    )
    # Pages are deflated, and not also written out in letters (a quarter larger, and slow), for which the library
    # has a switch for the whole process only.
    canvas._doc.defaultStreamFilters = [PDFZCompress]
    canvas.setTitle(name(outline.title))
    canvas.setSubject(name(outline.subtitle))
    canvas.setAuthor("")
    canvas.setCreator("ropa")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if outline.sections:
        canvas.showOutline()
    return canvas


class _Artist:
    """Draws pages onto a canvas."""

    def __init__(self, canvas: Any, setter: Setter, numbers: Mapping[str, int]) -> None:
        self._canvas, self._setter, self._numbers = canvas, setter, numbers
        self._pen = Pen(canvas)

    def header(self, page: Page, outline: Outline) -> None:
        """The title of the section on the left and that of the document on the right, over a hairline."""
        sheet = page.sheet
        y = sheet.height - HEADER_AT
        self._pen.rule(sheet.side, y - 7.0, sheet.body_width, 0.4, HAIRLINE)
        self._ends(page, page.running, " ".join(outline.title.split()), y)
        self._pen.lift()

    def footer(self, page: Page, outline: Outline, number: int, total: int) -> None:
        """The date of the register on the left, the page on the right."""
        words = self._setter.furniture.get("page", "{page} / {pages}")
        shown = words.replace("{pages}", str(total)).replace("{page}", str(number))
        self._ends(page, outline.on.isoformat(), shown, FOOTER_AT)
        self._pen.lift()

    def body(self, page: Page) -> None:
        """Everything between the two."""
        left, top = page.sheet.side, page.sheet.height - page.sheet.top
        for piece in page.slices:
            rule = piece.row.rule
            if rule and piece.last == piece.row.count:
                self._pen.rule(left + rule.x, top - piece.bottom, rule.width, rule.weight, rule.colour)
        for piece in page.slices:
            self._slice(page, piece, left, top)
        self._pen.lift()

    def _ends(self, page: Page, start: str, end: str, y: float) -> None:
        """One text at the left margin, one at the right."""
        sheet, half = page.sheet, page.sheet.body_width / 2 - 10.0
        self._pen.say(self._setter.clipped(start, half, FURNITURE), sheet.side, y, FURNITURE)
        shown = self._setter.clipped(end, half, FURNITURE)
        x = sheet.width - sheet.side - typeface.width(shown, FURNITURE.size, FURNITURE.bold)
        self._pen.say(shown, x, y, FURNITURE)

    def _slice(self, page: Page, piece: Slice, left: float, top: float) -> None:
        row = piece.row
        if row.mark and not piece.first:
            self._bookmark(row.mark, top - piece.top)
        if row.drawing:
            self._pen.lift()
            draw_picture(self._canvas, row.drawing, left, top - piece.top)
            return
        start = top - piece.top - row.pad - BASELINE * row.pitch
        for lane in row.lanes:
            for at, line in enumerate(lane[piece.first : piece.last]):
                if line.text:
                    self._say(line, left, start - at * row.pitch)
        if row.leads and piece.last == row.count:
            self._lead(row.lanes[0][-1], row.leads, page, start - (piece.last - piece.first - 1) * row.pitch)

    def _say(self, line: Piece, left: float, y: float) -> None:
        x, ink = left + line.x, line.ink
        self._pen.say(line.text, x, y, ink)
        if line.goal:
            end = x + typeface.width(line.text, ink.size, ink.bold)
            self._canvas.linkAbsolute(line.text, line.goal, (x, y - 0.3 * ink.size, end, y + 0.9 * ink.size))

    def _lead(self, title: Piece, goal: str, page: Page, y: float) -> None:
        """The dots and the page number at the end of an entry of the contents."""
        ink = title.ink._replace(bold=False)
        left, right = page.sheet.side, page.sheet.body_width
        dot = typeface.width(LEADER, ink.size, False)
        begin = title.x + typeface.width(title.text, title.ink.size, title.ink.bold)
        # The dots end where all others do, so that they stand under each other.
        count = int((right - NUMBER_WIDTH - begin) / dot)
        if count > 0:
            dots = Piece(LEADER * count, ink._replace(colour=FURNITURE.colour), right - NUMBER_WIDTH - dot * count)
            self._say(dots, left, y)
        number = str(self._numbers.get(goal, ""))
        self._say(Piece(number, ink, right - typeface.width(number, ink.size, False), goal), left, y)

    def _bookmark(self, mark: Mark, y: float) -> None:
        self._canvas.bookmarkPage(mark.goal, fit="XYZ", left=0, top=y + 6.0)
        self._canvas.addOutlineEntry(name(mark.title) or "–", mark.goal, mark.level - 1, closed=mark.level > 1)
