"""Values as a line can show them: what is long from where it differs, and what reads alike as it is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ropa.model import plain

SHARED = 60
"""Characters two long values share at the beginning before that is left out."""


def as_written(one: Any, other: Any) -> tuple[str, str]:
    """Two values as they stand in the file; of texts in several languages, those languages in which they differ.

    >>> as_written({"nl": "Bakker", "fr": "Boulanger"}, {"nl": "Bakker", "fr": "Boulangerie"})
    ('fr: Boulanger', 'fr: Boulangerie')
    """
    before, after = plain(one), plain(other)
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        before, after = (
            {key: value for key, value in some.items() if others.get(key) != value}
            for some, others in ((before, after), (after, before))
        )
    return _written(before), _written(after)


def _written(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, Mapping) and all(isinstance(one, str) for one in value.values()):
        return "; ".join(f"{key}: {one}" for key, one in value.items())
    return json.dumps(value, ensure_ascii=False, default=str)


def from_where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Two long texts without what they share at the beginning, but for the last words of it."""
    pairs = enumerate(zip(one, other, strict=False))
    same = next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
    start = one.rfind(" ", 0, same - SHARED // 2) + 1 if same > SHARED else 0
    return (f"… {one[start:]}", f"… {other[start:]}") if start else (one, other)


def cut(text: str, most: int) -> str:
    """A text as far as it fits.

    >>> cut("a long story", 6)
    'a long …'
    """
    return text if len(text) <= most else f"{text[:most].rstrip()} …"
