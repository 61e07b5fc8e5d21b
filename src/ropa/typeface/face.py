"""The two faces: registered with reportlab by name, and measured."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

REGULAR = "RopaSans"
BOLD = "RopaSans-Bold"

_FILES = {REGULAR: "DejaVuSans.ttf", BOLD: "DejaVuSans-Bold.ttf"}
STAND_IN = "\ufffd"
"""Shown instead of a character that cannot be shown."""


class Widths(dict[str, float]):
    """Character to width, in thousandths of the size; an unknown character is as wide as its stand-in."""

    def __missing__(self, character: str) -> float:
        return self[STAND_IN]


def _face(name: str) -> BytesIO:
    return BytesIO(files("ropa.typeface").joinpath(_FILES[name]).read_bytes())


@cache
def widths(bold: bool = False) -> Widths:
    """How wide each character of a face is; what is not among its keys has no glyph."""
    from reportlab.pdfbase import ttfonts as untyped_ttfonts

    ttfonts: Any = untyped_ttfonts
    measured: dict[int, float] = ttfonts.TTFontFace(_face(BOLD if bold else REGULAR)).charWidths
    return Widths((chr(code), float(wide)) for code, wide in measured.items())


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a line of text is, in points.

    >>> round(width("Register", 10), 1), round(width("Register", 10, bold=True), 1)
    (41.6, 47.5)
    """
    return sum(map(widths(bold).__getitem__, text)) * size / 1000


def register() -> None:
    """Make `REGULAR` and `BOLD` known to reportlab, so that a canvas can set them; once is enough, twice is fine."""
    from reportlab.pdfbase import pdfmetrics as untyped_pdfmetrics, ttfonts as untyped_ttfonts

    pdfmetrics: Any = untyped_pdfmetrics
    ttfonts: Any = untyped_ttfonts
    known = pdfmetrics.getRegisteredFontNames()
    if REGULAR in known and BOLD in known:
        return
    for name in _FILES:
        pdfmetrics.registerFont(ttfonts.TTFont(name, _face(name)))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
