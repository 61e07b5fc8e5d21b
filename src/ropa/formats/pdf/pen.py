"""Write text and rules into a page: the few operators of PDF that a report needs, with nothing worked out twice.

The library's own text objects measure and encode each line anew, several times as slow as all else here together.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics as untyped_pdfmetrics

from ropa import typeface
from ropa.formats.pdf.picture import rgb
from ropa.formats.pdf.sheet import Ink

pdfmetrics: Any = untyped_pdfmetrics


class Codes(dict[int, str]):
    """The code of each character of a face within one document, as it is written in a PDF string.

    A document holds a face in subsets of 256 characters; `elsewhere` says which characters are not in the first.
    """

    def __init__(self, face: str, document: Any) -> None:
        super().__init__()
        self._font = pdfmetrics.getFont(face)
        self._document = document
        self._names: dict[int, str] = {}
        self.elsewhere: dict[str, int] = {}
        self.first = self.name(0)

    def __missing__(self, code: int) -> str:
        ((subset, (byte,)),) = self._font.splitString(chr(code), self._document)
        if subset:
            self.elsewhere[chr(code)] = subset
        plain = 32 <= byte < 127 and chr(byte) not in "()\\"
        self[code] = written = chr(byte) if plain else f"\\{byte:03o}"
        return written

    def name(self, subset: int) -> str:
        """What the document calls a subset of the face."""
        if subset not in self._names:
            self._names[subset] = self._font.getSubsetInternalName(subset, self._document)
        return self._names[subset]

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text in runs of one subset: its name, and the string as it is written."""
        written = text.translate(self)
        # The translation has met every character, so that `elsewhere` knows them all.
        if not self.elsewhere or text.isascii():
            return [(self.first, written)]
        parts = groupby(text, key=lambda character: self.elsewhere.get(character, 0))
        return [(self.name(subset), "".join(run).translate(self)) for subset, run in parts]


class Pen:
    """Writes into the pages of one canvas. Points count from the bottom left of the sheet, as PDF does."""

    def __init__(self, canvas: Any) -> None:
        document = canvas._doc
        self._canvas = canvas
        self._codes = {
            bold: Codes(typeface.BOLD if bold else typeface.REGULAR, document) for bold in (False, True)
        }
        self._text: list[str] = []
        self._ink: Ink | None = None
        self._font, self._size = "", ""
        self._x, self._y, self._down = -1.0, 0.0, 0.0

    def say(self, text: str, x: float, y: float, ink: Ink) -> None:
        """Write a line of text, its baseline starting at the point."""
        out = self._text
        if ink != self._ink:
            if self._ink is None or ink.colour != self._ink.colour:
                out.append(f"{rgb(ink.colour)} rg")
            self._ink, self._font, self._size = ink, "", f"{ink.size:g}"
        out.append(self._to(x, y))
        for font, written in self._codes[ink.bold].runs(text):
            if font != self._font:
                out.append(f"{font} {self._size} Tf")
                self._font = font
            out.append(f"({written}) Tj")

    def runs(self, text: str, *, bold: bool) -> list[tuple[str, str]]:
        """A line of text as another hand writes it: what the document calls each face of it, and the string."""
        return self._codes[bold].runs(text)

    def _to(self, x: float, y: float) -> str:
        """Go to where a line begins: mostly that is one line further down."""
        down = round(self._y - y, 3)
        before, self._x, self._y = self._x, x, y
        if x != before or down <= 0:
            return f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        if down == self._down:
            return "T*"
        self._down = down
        return f"{down:g} TL T*"

    def begin(self, mark: str) -> None:
        """Begin marked content: what is written until `end` belongs to what the mark says."""
        self._text.append(mark)

    def end(self) -> None:
        """End marked content."""
        self._text.append("EMC")

    def lift(self) -> None:
        """Hand the text written so far to the page; due before anything else is drawn, and at the end of a page."""
        if self._text:
            self._canvas.addLiteral("\n".join(("BT", *self._text, "ET")))
        self._text, self._ink, self._font = [], None, ""
        self._x, self._down = -1.0, 0.0

    def rule(self, x: float, y: float, width: float, weight: float, colour: str) -> None:
        """Draw a level line, which says nothing."""
        self._canvas.addLiteral(
            f"/Artifact BMC {rgb(colour)} RG {weight:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S EMC"
        )
