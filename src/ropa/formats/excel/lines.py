"""How much of a column a text takes, and how many lines, before any program has drawn it.

A column is so many digits of 11 points wide, and what stands in it is set in 10. In Calibri, and in the faces that
stand in for it where it is not installed, an average letter is a quarter narrower than that digit. What is guessed
here was held against both faces: seldom a line too few, and about one too many in twenty.
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache

from ropa.formats.excel.text import PERHAPS_WIDE

LETTERS = 1.25
"""So many letters stand on the width of a digit: a little fewer than on average, as lines differ."""
WIDER = 1.08
"""So many where neither Calibri nor what stands in for it is installed, and another face is taken."""
EDGES = 1.8
"""So many are lost to the white at both sides of a cell."""
LOUD = 1.35
"""A capital letter or a digit is so much wider than an average letter."""
WIDE = "xxx"
"""As wide as a letter of Chinese, Japanese or Korean."""


def room(width: float) -> int:
    """How many letters stand on one line of a column.

    >>> room(24), room(10), room(1)
    (28, 10, 1)
    """
    return max(1, int(width * LETTERS - EDGES))


def wanted(letters: float) -> int:
    """How wide a column must be for so many letters on one line.

    >>> wanted(27), room(wanted(27))
    (24, 28)
    """
    return math.ceil((letters + EDGES) / LETTERS)


def whole_words(letters: float) -> int:
    """How wide a column must be for a word of so many letters to stay whole, also in a wider face.

    >>> whole_words(18), wanted(18)
    (19, 16)
    """
    return math.ceil((letters + EDGES) / WIDER)


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of that width, broken between words.

    >>> lines_of("short", 24), lines_of("one\\ntwo", 24), lines_of("word " * 20, 24), lines_of("SHOUTED LOUDLY", 12)
    (1, 2, 4, 2)
    """
    most = room(width)
    if not text.isascii():
        text = even(text)
    if text.isupper():
        most = max(1, int(most / LOUD))
    if len(text) <= most and "\n" not in text:
        return 1
    text = "\n".join([line.rstrip(" ") for line in text.split("\n")])  # blanks at an end begin no line
    if not text:
        return 1
    # What is found last is the nothing at the end, unless that is a line of its own.
    return max(1, len(_line(most).findall(text)) - (text[-1] != "\n"))


@cache
def _line(most: int) -> re.Pattern[str]:
    """A line: what ends at a blank or at the end, or else as much of a word as there is room for."""
    return re.compile(rf"[^\n]{{0,{most}}}(?:[ \n]|\Z)|[^\n]{{{most}}}")


def even(text: str) -> str:
    """A text of the same width in which no letter is wider than most.

    >>> even("a漢b")
    'axxxb'
    """
    return PERHAPS_WIDE.sub(
        lambda found: WIDE if unicodedata.east_asian_width(found.group()) in "WF" else found.group(), text
    )


def letters(word: str) -> float:
    """How many average letters wide a word is.

    >>> letters("short"), letters("ROPA")
    (5.0, 5.4)
    """
    loud = sum(one.isupper() or one.isdigit() for one in word)
    return len(even(word)) + loud * (LOUD - 1)
