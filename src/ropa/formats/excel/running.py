"""Running text on a sheet: broken into lines that each have a row, as cells that are merged cannot be sorted or filtered."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ropa.formats.excel.text import breadth, legible

READING = 120
"""How many characters a line of running text has. It stands unwrapped over the empty cells beside it."""


def lines_of_text(text: str) -> Iterator[str]:
    """The text in lines short enough to be read at one glance; an empty line stays one.

    >>> list(lines_of_text("one\\n\\ntwo"))
    ['one', '', 'two']
    """
    for paragraph in legible(text).split("\n"):
        # Letters of double width: half as many make a line.
        width = READING // 2 if breadth(paragraph) > 1.2 * len(paragraph) else READING
        yield from textwrap.wrap(paragraph, width, break_on_hyphens=False) or [""]
