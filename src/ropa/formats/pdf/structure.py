"""The logical structure of the document as objects of a PDF file: elements, the way back from a mark, links.

ISO 32000-1, 14.7 and 12.5.6.5. The library knows none of them. There may be a hundred thousand, so that they are
written as text at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ropa.formats.pdf.pack import Objects, reference

LONGEST = 8_000
"""A string of a PDF file holds 32,767 bytes in an archive; so many characters are never more."""


class Element:
    """A thing in the document: its type, what it is part of, and what it is made of, in reading order."""

    __slots__ = ("kids", "more", "number", "page", "parent", "tag")

    def __init__(self, tag: str, number: int, parent: int, more: str) -> None:
        self.tag, self.number, self.parent, self.more = tag, number, parent, more
        self.page = -1
        self.kids: list[str] = []

    def body(self, pages: Sequence[str]) -> str:
        """The element as it stands in the file."""
        page = f"/Pg {pages[self.page]}" if self.page >= 0 else ""
        return f"<</S/{self.tag}/P {self.parent} 0 R{page}{self.more}/K[{' '.join(self.kids)}]>>"


class Link(NamedTuple):
    """The part of a page that leads to a place, what it says, and the element that it belongs to, by their numbers."""

    number: int
    where: tuple[float, float, float, float]
    text: str
    goal: str
    element: int

    def body(self, places: Mapping[str, str], at: int) -> str:
        """The link as it stands in the file, found back by `at`."""
        corners = " ".join([f"{corner:.2f}" for corner in self.where])
        seen = f"/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{corners}]/Contents{string(self.text)}"
        return f"<<{seen}/Dest{places[self.goal]}/StructParent {at}>>"


class Root:
    """The top of the structure, with the way back from each mark on a page, and each link, to its element.

    What is finished is written as text at once, page after page: it is more than can be held in any other form.
    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._number = objects.number()
        self.reference = reference(self._number)
        self.top = Element("Document", objects.number(), self._number, "")
        self._wholes = [self.top]
        self._made: list[Element] = []
        self._before = 0
        self._pages: list[str] = []
        self._marked: list[str] = []
        self._late: list[tuple[Element, int, int]] = []
        self._links: list[Link] = []
        self._back: list[str] = []

    @property
    def drawn(self) -> int:
        """How many pages are drawn."""
        return len(self._pages)

    def whole(self, tag: str) -> Element:
        """One more element of the document, which may go on for as long as there are pages."""
        self.element(tag, self.top)
        self._wholes.append(self._made.pop())
        return self._wholes[-1]

    def element(self, tag: str, parent: Element, more: str = "") -> Element:
        """One more element, the last one within its parent."""
        number = self._objects.number()
        parent.kids.append(f"{number} 0 R")
        self._made.append(made := Element(tag, number, parent.number, more))
        return made

    def row(self) -> None:
        """A row begins: nothing will be added to what was made for those before it."""
        self._before = len(self._made)

    def mark(self, element: Element) -> int:
        """The number, on the page that is being drawn, for a run of content that belongs to the element."""
        number, page = len(self._marked), len(self._pages)
        self._marked.append(f"{element.number} 0 R")
        if element.page < 0:
            element.page = page
        elif element.page != page:
            self._late.append((element, len(element.kids), number))
        element.kids.append(str(number))
        return number

    def link(self, element: Element, text: str, goal: str, where: tuple[float, float, float, float]) -> str:
        """One more link; how its page means it."""
        link = Link(self._objects.number(), where, text, goal, element.number)
        self._links.append(link)
        element.kids.append(f"<</Type/OBJR/Obj {link.number} 0 R>>")
        return reference(link.number)

    def turn(self, page: str) -> None:
        """The page is drawn, and this is how it is meant."""
        for element, at, number in self._late:
            element.kids[at] = f"<</Type/MCR/Pg {page}/MCID {number}>>"
        self._back.append(f"[{' '.join(self._marked)}]")
        self._pages.append(page)
        self._marked, self._late = [], []
        self._put(self._made[: self._before])
        del self._made[: self._before]
        self._before = 0

    def close(self, places: Mapping[str, str]) -> None:
        """All pages are drawn, and it is known where each place is."""
        self._put(self._made)
        self._put(self._wholes)
        for at, link in enumerate(self._links, len(self._back)):
            self._objects.put(link.number, link.body(places, at))
        self._back += [reference(link.element) for link in self._links]
        numbers = " ".join([f"{at} {back}" for at, back in enumerate(self._back)])
        tree = f"/ParentTree<</Nums[{numbers}]>>/ParentTreeNextKey {len(self._back)}"
        top = reference(self.top.number)
        self._objects.put(self._number, f"<</Type/StructTreeRoot/K[{top}]{tree}>>")

    def goals(self) -> set[str]:
        """The places that links lead to."""
        return {link.goal for link in self._links}

    def _put(self, elements: Iterable[Element]) -> None:
        put, pages = self._objects.put, self._pages
        for element in elements:
            put(element.number, element.body(pages))


def string(text: str) -> str:
    """A text as PDF writes it: nothing in it can end it.

    >>> string("a (b"), string("é")
    ('(a \\\\(b)', '<feff00e9>')
    """
    if len(text) > LONGEST:
        text = text[:LONGEST] + "…"
    if text.isascii() and text.isprintable():
        plain = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({plain})"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
