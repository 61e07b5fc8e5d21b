"""What a text must undergo before it may stand in a workbook, and how long Excel thinks it is.

Three rules of the format meet here: XML knows no control characters; Office reads `_x0041_` as "A"
(ECMA-376 part 1, 22.9.2.19, ST_Xstring); and Excel counts lengths in UTF-16 units, so an emoji counts twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MOST_UNITS = 32_767
"""How many UTF-16 units one cell holds."""

NAME_UNITS = 31
"""How many UTF-16 units the name of a sheet holds."""

LOST = "\ufffd"
"""Stands where a character was that a workbook cannot hold."""

PERHAPS_WIDE = re.compile("[\u1100-\u11ff\u2300-\U0010ffff]")
"""Every wide letter is among these; dashes, quotes and Latin, Greek and Cyrillic letters are not."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff"
# The closing underscore of one escape may open the next (`_x0041_x0042_`), so only the opening one is consumed.
_ESCAPE = "_(?=x[0-9A-Fa-f]{4}_)"
_UNFIT = re.compile(rf"\r\n?|[{_CONTROL}]")
_SPECIAL = re.compile(rf"\r\n?|[&<>{_CONTROL}]|{_ESCAPE}")
_WRITTEN = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "_": "_x005F_", "\r": "\n", "\r\n": "\n"}
_ESCAPE_START = re.compile(_ESCAPE)
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def legible(text: str) -> str:
    """The text as a reader of the workbook will see it: line ends as `\\n`, control characters as U+FFFD.

    >>> legible("a\\r\\nb\\x00")
    'a\\nb\\ufffd'
    """
    return _UNFIT.sub(lambda found: "\n" if found.group()[0] == "\r" else LOST, text)


def markup(text: str) -> str:
    """The text as it stands between the tags of a sheet.

    >>> markup("_x0041_x0042_ & <b>")
    '_x005F_x0041_x005F_x0042_ &amp; &lt;b&gt;'
    """
    if _SPECIAL.search(text) is None:
        return text
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found.group(), LOST), text)


def unescapable(text: str) -> str:
    """One line of text for names and page headers, where openpyxl does the writing but leaves `_x0041_` alone.

    >>> unescapable("a _x0041_\\nb")
    'a -x0041_ b'
    """
    return _ESCAPE_START.sub("-", " ".join(legible(text).split()))


def escaped(text: str) -> str:
    """A text for an attribute, where openpyxl does the writing but leaves `_x0041_` alone.

    >>> escaped("a _x0041_")
    'a _x005F_x0041_'
    """
    return _ESCAPE_START.sub("_x005F_", legible(text))


def units(text: str) -> int:
    """The length of a text as Excel counts it, in UTF-16 units.

    >>> units("a😀")
    3
    """
    return len(text) if text.isascii() else len(text) + sum(letter > "\uffff" for letter in text)


def head(text: str, most: int) -> str:
    """The longest beginning of a text that fits into so many UTF-16 units.

    >>> head("a😀b", 2)
    'a'
    """
    if units(text) <= most:
        return text
    cut = text[:most]
    while units(cut) > most:
        # What is over counts at least once and at most twice per character.
        cut = cut[: len(cut) - max(1, (units(cut) - most) // 2)]
    return cut


def pieces(text: str, most: int) -> Iterator[str]:
    """The text in parts that each fit into so many UTF-16 units; put together they are the text."""
    while text:
        piece = head(text, most)
        yield piece
        text = text[len(piece) :]


def breadth(text: str) -> int:
    """How many narrow letters wide a text is; letters of Chinese, Japanese and Korean are twice as wide."""
    if text.isascii():
        return len(text)
    return len(text) + sum(
        unicodedata.east_asian_width(letter) in "WF" for letter in PERHAPS_WIDE.findall(text)
    )


class Names:
    """Gives every sheet a name that Excel accepts and that no other sheet has."""

    def __init__(self) -> None:
        # Excel keeps "History" for itself.
        self._taken = {"history"}

    def take(self, title: str) -> str:
        """A name as near to the title as possible.

        >>> names = Names()
        >>> names.take("Who / what?"), names.take("WHO / WHAT?"), names.take("History")
        ('Who - what-', 'WHO - WHAT- (2)', 'History (2)')
        """
        wish = _trimmed(_NOT_IN_NAMES.sub("-", unescapable(title)), NAME_UNITS) or "1"
        name, count = wish, 1
        while same(name) in self._taken:
            count += 1
            mark = f" ({count})"
            name = _trimmed(wish, NAME_UNITS - len(mark)) + mark
        self._taken.add(same(name))
        return name


def _trimmed(name: str, most: int) -> str:
    # An apostrophe may stand inside a name, but neither first nor last.
    return head(name.strip(" '"), most).strip(" '")


def same(name: str) -> str:
    """What two names have in common that Excel would take for one: it compares without case.

    Comparing more loosely than Excel is harmless.
    """
    return unicodedata.normalize("NFKC", name).casefold()
