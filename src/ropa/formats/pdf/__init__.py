"""The report as a PDF: measured once, put on pages, numbered, drawn.

No text is ever read as markup: everything is broken into lines, measured and drawn here, straight on the canvas.
That also makes it several times as fast as tables and paragraphs of the library, and linear in what is printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ropa import typeface
from ropa.formats.pdf.archive import Attachment
from ropa.formats.pdf.body import flows
from ropa.formats.pdf.contents import contents, title_page
from ropa.formats.pdf.paginate import Flow, Page, paginate
from ropa.formats.pdf.setter import Pictures, Setter
from ropa.formats.pdf.sheet import PORTRAIT
from ropa.model.pause import no_collecting
from ropa.outline.page import Outline

__all__ = ["LISTED_FROM", "Attachment", "Book", "lay_out", "write"]


LISTED_FROM = 6
"""A document of fewer pages need not list its contents on one more: its bookmarks lead to every section."""


class Book(NamedTuple):
    """A document laid out: its pages, and the page that each place stands on, counted from 1."""

    setter: Setter
    pages: list[Page]
    numbers: dict[str, int]


def lay_out(outline: Outline, *, pictures: Pictures, listed_from: int = 0) -> Book:
    """Decide what stands on which page, without drawing anything; with a page of contents from so many pages on."""
    typeface.register()
    setter = Setter(outline, pictures)
    title = paginate([Flow(PORTRAIT, list(title_page(setter, outline)))])
    body = paginate(flows(setter, outline))
    if setter.unshown:  # known only once every text is set; the first page tells of it
        title = paginate([Flow(PORTRAIT, list(title_page(setter, outline)))])
    listed = len(title) + len(body) >= listed_from
    pages = [*title, *(paginate([Flow(PORTRAIT, contents(setter, outline))]) if listed else ()), *body]
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for piece in page.slices:
            if piece.row.mark and not piece.first:
                numbers.setdefault(piece.row.mark.goal, number)
    return Book(setter, pages, numbers)


def write(
    outline: Outline,
    *,
    pictures: Pictures,
    archival: bool = False,
    attached: Sequence[Attachment] = (),
    listed_from: int = 0,
) -> bytes:
    """The outline as a PDF file; the same outline gives the same bytes.

    `pictures` draws a figure for a width in points. `archival` makes the file as PDF/A-2b asks (ISO 19005-2): with a
    profile of its colours, and saying what it was made for. `attached` are files that travel within it; with them
    `archival` makes it as PDF/A-3b asks (ISO 19005-3), since part 2 does not allow them. A document of fewer pages than
    `listed_from` has none with contents.
    """
    from ropa.formats.pdf.draw import draw

    with no_collecting():
        book = lay_out(outline, pictures=pictures, listed_from=listed_from)
        return draw(outline, book.setter, book.pages, book.numbers, archival, attached)
