"""The logical structure of the document as objects of a PDF file: elements, the way back from a mark, links.

ISO 32000-1, 14.7 and 12.5.6.5. The library can hold such objects, and knows none of them itself.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc as untyped_pdfdoc

pdfdoc: Any = untyped_pdfdoc


class Spot(NamedTuple):
    """A run of marked content: the page it stands on, counted from 0, and its number there."""

    page: int
    number: int


class Element(pdfdoc.PDFObject):  # type: ignore[misc]
    """A thing in the document: its type, what it is part of, and what it is made of, in reading order."""

    __RefOnly__ = 1

    def __init__(self, tag: str, parent: Any, pages: list[Leaf], more: str = "") -> None:
        self.tag, self.parent, self.pages, self.more = tag, parent, pages, more
        self.kids: list[Any] = []
        self._written = ""
        if parent is not None:
            parent.kids.append(self)

    def format(self, document: Any) -> bytes:
        """The element as the library writes it into the file."""
        first = next((kid.page for kid in self.kids if isinstance(kid, Spot)), None)
        page = "" if first is None else f"/Pg {self.pages[first].reference(document)}"
        kids = " ".join([self._kid(document, kid, first) for kid in self.kids])
        return f"<</S/{self.tag}/P {self.parent.reference(document)}{page}{self.more}/K[{kids}]>>".encode(
            "ascii"
        )

    def reference(self, document: Any) -> str:
        """How others write that they mean this one."""
        self._written = self._written or _reference(document, self)
        return self._written

    def _kid(self, document: Any, kid: Any, first: int | None) -> str:
        if isinstance(kid, Spot):
            if kid.page == first:
                return str(kid.number)
            return f"<</Type/MCR/Pg {self.pages[kid.page].reference(document)}/MCID {kid.number}>>"
        if isinstance(kid, Element):
            return kid.reference(document)
        return f"<</Type/OBJR/Obj {_reference(document, kid)}>>"


class Leaf:
    """A page of the file, as elements refer to it."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._written = ""

    def reference(self, document: Any) -> str:
        """How others write that they mean this one."""
        self._written = self._written or _reference(document, self._page)
        return self._written


class Root(pdfdoc.PDFObject):  # type: ignore[misc]
    """The top of the structure, with the way back from each mark on a page, and each link, to its element."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.kids: list[Element] = []
        self.marked: list[list[Element]] = []
        self.links: list[Element] = []

    def format(self, document: Any) -> bytes:
        """The root as the library writes it into the file."""
        lists = (" ".join([one.reference(document) for one in page]) for page in self.marked)
        numbers = [f"{at}[{page}]" for at, page in enumerate(lists)]
        numbers += [
            f"{at} {link.reference(document)}" for at, link in enumerate(self.links, len(self.marked))
        ]
        kids = " ".join(kid.reference(document) for kid in self.kids)
        tree = f"/ParentTree<</Nums[{' '.join(numbers)}]>>/ParentTreeNextKey {len(numbers)}"
        return f"<</Type/StructTreeRoot/K[{kids}]{tree}>>".encode("ascii")

    def reference(self, document: Any) -> str:
        """How others write that they mean this one."""
        return _reference(document, self)


class Link(pdfdoc.PDFObject):  # type: ignore[misc]
    """The part of a page that leads to a place, what it says, and its number in the structure."""

    __RefOnly__ = 1

    def __init__(self, where: tuple[float, float, float, float], text: str, goal: Any, number: int) -> None:
        self._where, self._text, self._goal, self._number = where, text, goal, number

    def format(self, document: Any) -> bytes:
        """The link as the library writes it into the file."""
        corners = " ".join(f"{corner:.2f}" for corner in self._where)
        seen = f"/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{corners}]/Contents{string(self._text)}"
        goal = self._goal.format(document).decode("ascii")
        return f"<<{seen}/Dest {goal}/StructParent {self._number}>>".encode("ascii")


def string(text: str) -> str:
    """A text as PDF writes it, in UTF-16 and hexadecimal digits: nothing in it can end it."""
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"


def _reference(document: Any, thing: Any) -> str:
    written: bytes = document.Reference(thing).format(document)
    return written.decode("ascii")
