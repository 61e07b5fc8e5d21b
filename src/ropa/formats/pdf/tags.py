"""Say what is a heading, a table or a picture, so that the document can be read aloud and reflowed.

This is the logical structure of ISO 32000-1, 14.7 and 14.8, in the shape that PDF/UA-1 (ISO 14289-1) asks for.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc as untyped_pdfdoc

from ropa.formats.pdf.row import Row
from ropa.formats.pdf.structure import Element, Leaf, Link, Root, Spot, string

pdfdoc: Any = untyped_pdfdoc
DEEPEST = 6
"""PDF knows six depths of headings."""
ARTIFACT = "/Artifact BMC"
"""Begins what is not content: rules, running headers, headings said again."""
COLUMN, ROW = "/A<</O/Table/Scope/Column>>", "/A<</O/Table/Scope/Row>>"
"""What a heading cell is the heading of."""


class Tags:
    """Tags the rows of one document while they are drawn, page after page."""

    def __init__(self, canvas: Any, title: str, language: str, total: int) -> None:
        self._canvas, self._total = canvas, total
        self._pages: list[Leaf] = []
        self._root = Root()
        self._top = Element("Document", self._root, self._pages)
        self._whole: dict[str | int, Element] = {}
        self._row: Row | None = None
        self._lanes: list[Element] = []
        catalog = canvas._doc.Catalog
        catalog.StructTreeRoot = self._root
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=lambda _: _metadata(title, language))
        catalog.Metadata.filters = ()
        canvas.setPageCallBack(self._page_done)
        self._root.marked.append([])

    def lanes(self, row: Row) -> list[Element]:
        """The elements that the lanes of a row are; the same ones where the row goes on upon the next page."""
        if row is not self._row:
            self._row, self._lanes = row, self._elements(row)
        return self._lanes

    def mark(self, element: Element) -> str:
        """Begins marked content that belongs to the element."""
        here = self._root.marked[-1]
        element.kids.append(Spot(len(self._pages), len(here)))
        here.append(element)
        return f"/{element.tag} <</MCID {len(here) - 1}>> BDC"

    def link(self, parent: Element, text: str, goal: str, where: tuple[float, float, float, float]) -> str:
        """Begins marked content that leads to a place when it is clicked within `where`."""
        element = Element("Link", parent, self._pages)
        begin = self.mark(element)
        place = self._canvas._bookmarkReference(goal)
        annotation = Link(where, text, place, self._total + len(self._root.links))
        self._root.links.append(element)
        self._canvas._addAnnotation(annotation)
        element.kids.append(annotation)
        return begin

    def _elements(self, row: Row) -> list[Element]:
        if row.mark:
            return [self._new(f"H{min(row.mark.level, DEEPEST)}", self._top)]
        if row.drawing:
            return [self._new("Figure", self._top, f"/Alt{string(row.drawing.alt)}")]
        if row.leads:
            return [self._new("TOCI", self._in("TOC", "TOC"))]
        if not row.table:
            return [self._new("P", self._top) for _ in row.lanes]
        line = self._new("TR", self._in("Table", row.table))
        if row.heads < 0:
            return [self._new("TH", line, COLUMN) for _ in row.lanes]
        heads = [self._new("TH", line, ROW) for _ in row.lanes[: row.heads]]
        return heads + [self._new("TD", line) for _ in row.lanes[row.heads :]]

    def _in(self, tag: str, name: str | int) -> Element:
        if name not in self._whole:
            self._whole[name] = self._new(tag, self._top)
        return self._whole[name]

    def _new(self, tag: str, parent: Element, more: str = "") -> Element:
        return Element(tag, parent, self._pages, more)

    def _page_done(self, number: int) -> None:
        page = self._canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs, page.Trans = number - 1, pdfdoc.PDFName("S"), None
        self._pages.append(Leaf(page))
        if number < self._total:
            self._root.marked.append([])


def _metadata(title: str, language: str) -> bytes:
    """What the document is, as XMP. It makes no claim to a standard: that is for whoever had it tested."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language></rdf:Description>"
        "</rdf:RDF></x:xmpmeta>"
        '<?xpacket end="r"?>'
    ).encode()
