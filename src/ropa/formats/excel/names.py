"""Gives the parts of the file the names Excel gives them, leads to them as Excel does, and says a font in its order.

The format leaves the names and paths free, and openpyxl has its own way. Readers that are less than thorough (exceljs
is one) look for notes under Excel's names only, find tables only where the path to them is relative, and break
otherwise. What a font is made of has an order in the schema of today's Excel, which openpyxl does not keep.
"""

from __future__ import annotations

import re

_NOTES = re.compile(r"xl/comments/comment(\d+)\.xml")
_WINDOWS = re.compile(r"xl/drawings/commentsDrawing(\d+)\.vml")
_LEADING = re.compile(r'(?<= Target=")/xl/')
_FONT = re.compile(r"(?<=<font>).*?(?=</font>)", re.DOTALL)
_PART_OF_FONT = re.compile(r"<(\w+)[^>]*/>")
_ORDER = " b i strike condense extend outline shadow u vertAlign sz color name family charset scheme "
_SAID = re.compile(r"<text>(<t[ >].*?</t>)</text>", re.DOTALL)


def usual(name: str) -> str:
    """A part, or a text that names parts, as Excel would name them.

    >>> usual("xl/comments/comment3.xml"), usual("xl/drawings/commentsDrawing3.vml"), usual("xl/styles.xml")
    ('xl/comments3.xml', 'xl/drawings/vmlDrawing3.vml', 'xl/styles.xml')
    """
    return _WINDOWS.sub(r"xl/drawings/vmlDrawing\1.vml", _NOTES.sub(r"xl/comments\1.xml", name))


def leading(name: str, content: bytes) -> bytes:
    """What a part of the file holds, leading to others under their usual names.

    A note says its text in a run, as Excel's own do: exceljs reads nothing else.
    """
    if name == "[Content_Types].xml":
        return usual(content.decode()).encode()
    if name.startswith("xl/worksheets/_rels/"):
        return _LEADING.sub("../", usual(content.decode())).encode()
    if _NOTES.fullmatch(name):
        return _SAID.sub(r"<text><r>\1</r></text>", content.decode()).encode()
    if name == "xl/styles.xml":
        return _FONT.sub(lambda font: _in_order(font[0]), content.decode()).encode()
    return content


def _in_order(font: str) -> str:
    """What a font is made of, in the order of the schema."""
    parts = sorted(_PART_OF_FONT.finditer(font), key=lambda one: _ORDER.index(f" {one[1]} "))
    return "".join([one[0] for one in parts])
