"""Say what is a heading, a table, a list or a picture, so that the document can be read aloud and reflowed.

This is the logical structure of ISO 32000-1, 14.7 and 14.8, in the shape that PDF/UA-1 (ISO 14289-1) asks for.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc as untyped_pdfdoc

from ropa.formats.pdf.pack import Objects
from ropa.formats.pdf.row import Row
from ropa.formats.pdf.structure import Element, Root, string

pdfdoc: Any = untyped_pdfdoc
DEEPEST = 6
"""PDF knows six depths of headings."""
ARTIFACT = "/Artifact BMC"
"""Begins what is not content: rules, running headers, headings said again."""
COLUMN, ROW = "/A<</O/Table/Scope/Column>>", "/A<</O/Table/Scope/Row>>"
"""What a heading cell is the heading of."""


class Field:
    """What one lane of a row is: an element, and the element within it that text goes to now."""

    __slots__ = ("here", "items", "whole")

    def __init__(self, whole: Element) -> None:
        self.whole = self.here = whole
        self.items: Element | None = None


class Tags:
    """Tags the rows of one document while they are drawn, page after page."""

    def __init__(self, canvas: Any, objects: Objects) -> None:
        self._canvas = canvas
        self._root = Root(objects)
        self._new = self._root.element
        self._whole: dict[str | int, Element] = {}
        self._row: Row | None = None
        self._fields: list[Field] = []
        catalog = canvas._doc.Catalog
        catalog.StructTreeRoot = self._root.reference
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def fields(self, row: Row) -> list[Field]:
        """What the lanes of a row are; the same ones where the row goes on upon the next page."""
        if row is not self._row:
            self._root.row()
            self._row, self._fields = row, [Field(one) for one in self._elements(row)]
        return self._fields

    def mark(self, element: Element) -> str:
        """Begins marked content that belongs to the element."""
        return f"/{element.tag} <</MCID {self._root.mark(element)}>> BDC"

    def item(self, field: Field) -> None:
        """One more item of the list in a field, where text goes to from now on."""
        if field.items is None:
            field.items = self._new("L", field.whole)
        field.here = self._new("LBody", self._new("LI", field.items))

    def link(self, parent: Element) -> Element:
        """The element of a link: what is marked as its own leads somewhere when it is clicked."""
        return self._new("Link", parent)

    def clickable(
        self, link: Element, text: str, goal: str, where: tuple[float, float, float, float]
    ) -> None:
        """A click within `where` on this page leads to the goal of the link."""
        self._canvas._annotationrefs.append(self._root.link(link, text, goal, where))

    def turn(self, page: Any) -> None:
        """The page is drawn."""
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs, page.Trans = self._root.drawn, pdfdoc.PDFName("S"), None
        document = self._canvas._doc
        self._root.turn(document.Reference(page).format(document).decode())

    def close(self) -> None:
        """Put the structure into the file, once the last page is drawn."""
        document, known = self._canvas._doc, self._canvas._destinations
        places = {goal: known[goal].format(document).decode() for goal in self._root.goals()}
        self._root.close(places)

    def _elements(self, row: Row) -> list[Element]:
        top = self._root.top
        if row.mark:
            return [self._new(f"H{min(row.mark.level, DEEPEST)}", top)]
        if row.drawing:
            return [self._new("Figure", top, f"/Alt{string(row.drawing.alt)}")]
        if row.leads:
            return [self._new("TOCI", self._in("TOC", "TOC"))]
        if not row.table:
            return [self._new("P", top) for _ in row.lanes]
        line = self._new("TR", self._in("Table", row.table))
        if row.heads < 0:
            return [self._new("TH", line, COLUMN) for _ in row.lanes]
        heads = [self._new("TH", line, ROW) for _ in row.lanes[: row.heads]]
        return heads + [self._new("TD", line) for _ in row.lanes[row.heads :]]

    def _in(self, tag: str, name: str | int) -> Element:
        if name not in self._whole:
            self._whole[name] = self._root.whole(tag)
        return self._whole[name]
