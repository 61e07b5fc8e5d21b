"""Make the file: a canvas that knows its title and language, and is the same bytes each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc as untyped_pdfdoc
from reportlab.pdfbase.pdfdoc import PDFZCompress
from reportlab.pdfgen import canvas as untyped_canvas

from ropa import typeface
from ropa.formats.pdf.archive import Attachment, attach, level, state_colours
from ropa.formats.pdf.artist import Artist, name
from ropa.formats.pdf.metadata import Info, xmp
from ropa.formats.pdf.pack import Objects
from ropa.formats.pdf.paginate import Page
from ropa.formats.pdf.setter import Setter
from ropa.formats.pdf.tags import Tags
from ropa.outline.page import Outline

pdfdoc: Any = untyped_pdfdoc
canvas_module: Any = untyped_canvas


def draw(
    outline: Outline,
    setter: Setter,
    pages: Sequence[Page],
    numbers: Mapping[str, int],
    archival: bool = False,
    attached: Sequence[Attachment] = (),
) -> bytes:
    """The document as bytes. `numbers` says on which page each place is."""
    typeface.register()
    out = BytesIO()
    canvas = _canvas(out, outline)
    objects = Objects(canvas._doc)
    _describe(canvas._doc, objects, outline, archival, attached)
    tags = Tags(canvas, objects)
    fonts = pdfdoc.PDFObjectReference(pdfdoc.BasicFonts).format(canvas._doc).decode()
    resources = objects.add(f"<</Font {fonts}>>")
    artist = Artist(canvas, setter, tags, numbers)
    for number, page in enumerate(pages, start=1):
        canvas.setPageSize((page.sheet.width, page.sheet.height))
        if number > 1:
            artist.header(page, outline)
        artist.body(page)
        if number > 1:
            artist.footer(page, outline, number, len(pages))
        canvas.showPage()
        tags.turn(_put_page(canvas._doc, objects, resources))
    tags.close()
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
    # Fonts are deflated, and not also written out in letters (a quarter larger, and slow), for which the library has a
    # switch for the whole process only.
    canvas._doc.defaultStreamFilters = [PDFZCompress]
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if outline.sections:
        canvas.showOutline()
    return canvas


def _put_page(document: Any, objects: Objects, resources: str) -> Any:
    """The page just drawn, its content deflated and the same fonts at hand as on all others."""
    page = document.Pages.pages[-1]
    page.Contents, page.Resources = objects.stream("", page.stream.encode("ascii")), resources
    page.stream = None
    return page


def _describe(
    document: Any, objects: Objects, outline: Outline, archival: bool, attached: Sequence[Attachment]
) -> None:
    """What the file is and says of itself, and what is attached to it."""
    document.info = info = Info(name(outline.title), name(outline.subtitle))
    about = xmp(info, outline.language, level(archival, attached))
    # Not deflated: programs that know nothing of PDF find it by looking through the file.
    document.Catalog.Metadata = pdfdoc.XMP(creator=lambda _: about)
    document.Catalog.Metadata.filters = ()
    if archival:
        state_colours(document.Catalog, objects)
    if attached:
        attach(document.Catalog, objects, attached)
