"""What of a text can be shown: text from strangers holds characters that a medium cannot print or must not obey."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from ropa.typeface.face import STAND_IN, widths

_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_JOINERS = "\u200c\u200d"
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff" + _JOINERS + "".join(map(chr, range(0xFE00, 0xFE10))))
"""Hints for line breaking and joining, without a look of their own: left out."""

_NOT_TEXT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls (bidi overrides among them), lone surrogates, private and unassigned characters."""


class _Shown(dict[int, str]):
    """What is shown for a character: itself, a blank, nothing or the stand-in."""

    def __init__(self, any_script: bool) -> None:
        super().__init__({ord("\n"): "\n", ord("\t"): " "})
        self.any_script = any_script

    def __missing__(self, code: int) -> str:
        self[code] = shown = self._decide(chr(code))
        return shown

    def _decide(self, character: str) -> str:
        if self.any_script and character in _JOINERS:
            return character
        if character in _UNSEEN:
            return ""
        category = unicodedata.category(character)
        if category in _NOT_TEXT:
            return STAND_IN
        if self.any_script or character in widths():
            return character
        return " " if category == "Zs" else STAND_IN


@cache
def _shown(any_script: bool) -> _Shown:
    return _Shown(any_script)


def unshown(text: str) -> frozenset[str]:
    """The characters of a text that the face has no glyph for: another medium shows them, `printable` a stand-in.

    >>> sorted(unshown("Αθήνα 東京")), unshown("a\\u202eb")
    (['京', '東'], frozenset())
    """
    if text.isascii():
        return frozenset()
    here, elsewhere = _shown(False), _shown(True)
    whole = unicodedata.normalize("NFC", text)
    return frozenset(one for one in whole if here[ord(one)] == STAND_IN != elsewhere[ord(one)])


def printable(text: str, *, keep_lines: bool = False, any_script: bool = False) -> str:
    """The text as a medium can show it.

    Control characters, lone surrogates, bidi overrides and characters the face has no glyph for become U+FFFD;
    a tab becomes a space, and so does a line break unless `keep_lines` (then each is a single newline).
    `any_script` is for media that find glyphs of their own, such as a browser: every script stays as it is.

    >>> printable("a\\tb\\x00\\u202ec")
    'a b\\ufffd\\ufffdc'
    >>> printable("Žluťoučký, Αθήνα, София"), printable("東京"), printable("東京", any_script=True)
    ('Žluťoučký, Αθήνα, София', '\\ufffd\\ufffd', '東京')
    """
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n", text)
    if not keep_lines:
        text = text.replace("\n", " ")
    # One character for a letter and its accent: faces place composed letters better than loose accents.
    return unicodedata.normalize("NFC", text).translate(_shown(any_script))
