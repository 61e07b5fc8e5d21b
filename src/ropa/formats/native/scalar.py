"""How a single value is written in YAML, so that every reader of YAML takes it for the same."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

_PLAIN = re.compile(r"[^\W_](?:[^\s,\[\]{}#:\\`]| (?! ))*(?<! )")
"""Words that need no quotes anywhere: no indicator of YAML, no colon, no hash, single spaces inside only."""

_NUMBER = re.compile(r"[\d.+-][\dA-Fa-f_.,:+\-eExXoTZ ]*")
"""What some reader of YAML takes for a number, a time or a day; more than any of them does, to be sure."""

_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"])
"""What some reader of YAML takes for yes, no or nothing."""

_ESCAPED = re.compile(
    '[\\\\"\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]'
)
"""What double quotes must escape: what YAML forbids or folds, and what would turn the direction of the line."""

_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def _escape(found: re.Match[str]) -> str:
    mark = found[0]
    code = ord(mark)
    return _SHORT.get(mark) or (f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}")


def quoted(text: str) -> str:
    """A text in double quotes, on one line."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def is_plain(text: str) -> bool:
    """Whether a text can stand without quotes and stay a text.

    >>> [is_plain(word) for word in ("payroll", "NO", "1.10", "on", "2024-03-01", "9(2)(a)", "a: b", "")]
    [True, False, False, False, False, True, False, False]
    """
    return (
        _PLAIN.fullmatch(text) is not None
        and text.lower() not in _WORDS
        and _NUMBER.fullmatch(text) is None
        and text.isprintable()
        and not _ESCAPED.search(text)
    )


def is_literal(text: str) -> bool:
    """Whether a text of several lines survives as a literal block, and looks there like what it is."""
    body = text[:-1] if text.endswith("\n") else text
    return (
        "\n" in body
        and not _ESCAPED.search(body.replace("\n", "").replace('"', "").replace("\\", ""))
        and body[0] not in " \n"
        and not body.endswith("\n")
        and not re.search(r"[ \t]$|^\t", body, re.MULTILINE)
    )


def scalar(value: Any) -> str:
    """A single value on one line.

    >>> [scalar(one) for one in ("payroll", "NO", True, 30, None, date(2024, 3, 1), "2024-03-01", "a\\nb")]
    ['payroll', '"NO"', 'true', '30', 'null', '2024-03-01', '"2024-03-01"', '"a\\\\nb"']
    """
    if isinstance(value, str):
        return value if is_plain(value) else quoted(value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value)
