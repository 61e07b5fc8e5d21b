"""Text from strangers for machines: exact where it can be, never with a character that a medium cannot hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

from ropa.typeface.face import STAND_IN

_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
"""Controls, marks of direction and other characters that act without being seen, and lone surrogates."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a reference (section 2.2)."""

_XML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_MARKED = re.compile('[&<>"\t\n\r]|' + _UNSEEN.pattern)


def as_json(value: Any, indent: int | None = None) -> str:
    """A value as JSON on which any reader agrees; characters that act without being seen are written as escapes.

    >>> as_json(["Zoë", "\\u202egnp", "\\ud800"])
    '["Zoë", "\\\\u202egnp", "\\\\ud800"]'
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def holdable(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub(STAND_IN, text)


def as_xml(text: str) -> str:
    """A text for an element or an attribute of XML 1.0, every other character exact.

    >>> as_xml('<b>"R&D"</b>\\n\\x00')
    '&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;&#10;\\ufffd'
    """
    return _MARKED.sub(lambda found: _XML.get(found[0]) or f"&#{ord(found[0])};", holdable(text))


def told_apart(keys: Iterable[str], form: Callable[[str], str]) -> dict[str, str]:
    """Each key in the form a medium can hold; those that would become the same get a number.

    >>> told_apart(["a\\x00", "a\\x01"], holdable)
    {'a\\x00': 'a\\ufffd', 'a\\x01': 'a\\ufffd#2'}
    """
    keys = list(keys)
    found = {key: key for key in keys if form(key) == key}  # what can stay as it is has the first right to it
    taken = set(found)
    for key in keys:
        if key not in found:
            plain = form(key)
            tries = (plain if number == 1 else f"{plain}#{number}" for number in count(1))
            found[key] = next(one for one in tries if one not in taken)
            taken.add(found[key])
    return found
