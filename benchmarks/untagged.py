"""A PDF as our printer would make it without tags: the floor that says what tagging costs."""

from __future__ import annotations

from typing import Any

from ropa.formats.pdf.pack import Objects
from ropa.formats.pdf.row import Row
from ropa.formats.pdf.structure import Element
from ropa.formats.pdf.tags import ARTIFACT, Field

NOTHING = Element("P", 0, 0, "")
FIELD = Field(NOTHING)


class Untagged:
    """Stands where the tags do: links are made, and nothing else is said of what is drawn."""

    def __init__(self, canvas: Any, objects: Objects) -> None:
        self._canvas = canvas
        self._objects = objects
        self._links: list[tuple[int, str, str]] = []

    def fields(self, row: Row) -> list[Field]:
        """The same field for every lane."""
        return [FIELD] * max(len(row.lanes), 1)

    def mark(self, element: Element) -> str:
        """Begins something that belongs to nothing: the printer ends it."""
        return ARTIFACT

    def item(self, field: Field) -> None:
        """Items look like items; that is all."""

    def link(self, parent: Element) -> Element:
        """No element."""
        return NOTHING

    def clickable(
        self, link: Element, text: str, goal: str, where: tuple[float, float, float, float]
    ) -> None:
        """A click within `where` on this page leads to the goal."""
        number = self._objects.number()
        corners = " ".join([f"{corner:.2f}" for corner in where])
        self._links.append((number, corners, goal))
        self._canvas._annotationrefs.append(f"{number} 0 R")

    def turn(self, page: Any) -> None:
        """The page is drawn."""
        page.Trans = None

    def close(self) -> None:
        """Put the links into the file, once it is known where each place is."""
        document, known = self._canvas._doc, self._canvas._destinations
        places = {goal: known[goal].format(document).decode() for _, _, goal in self._links}
        for number, corners, goal in self._links:
            body = f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{corners}]/Dest{places[goal]}>>"
            self._objects.put(number, body)
