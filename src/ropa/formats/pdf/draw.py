"""Make the file: a canvas that knows its title and language, and is the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen import canvas as untyped_canvas

from ropa import typeface
from ropa.formats.pdf.artist import Artist, name
from ropa.formats.pdf.paginate import Page
from ropa.formats.pdf.setter import Setter
from ropa.formats.pdf.tags import Tags
from ropa.outline.page import Outline

canvas_module: Any = untyped_canvas


def draw(outline: Outline, setter: Setter, pages: Sequence[Page], numbers: Mapping[str, int]) -> bytes:
    """The document as bytes. `numbers` says on which page each place is."""
    typeface.register()
    out = BytesIO()
    canvas = _canvas(out, outline)
    tags = Tags(canvas, name(outline.title), outline.language, len(pages))
    artist = Artist(canvas, setter, tags, numbers)
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


def _canvas(out: BytesIO, outline: Outline) -> Any:
    """A canvas that writes the same bytes each time: `invariant` leaves out the clock and the file's random name."""
    canvas = canvas_module.Canvas(
        out,
        invariant=1,
        pdfVersion=(1, 7),
        pageCompression=0,
        initialFontName=typeface.REGULAR,
        lang=outline.language or None,
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
