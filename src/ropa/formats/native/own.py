"""Reads what stands under a key of one's own (`x-…`): there no schema gives the types, so the writing does.

What JSON would read the same is a number, true, false or nothing; everything else is text, so that `01234` and
`1.10` stay what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from ropa.formats.native.read import NOTHING, Refused

_WHOLE = re.compile(r"0|-?[1-9]\d{0,3999}")
_BROKEN = re.compile(r"-?\d{1,20}(\.\d{1,20})?(e[+-]?\d{1,3})?")
_YES = {"true": True, "false": False}


def typed(word: str) -> Any:
    """What a word without quotes is.

    >>> [typed(word) for word in ("30", "030", "1.5", "1.50", "true", "NO", "~")]
    [30, '030', 1.5, '1.50', True, 'NO', None]
    """
    if word in NOTHING:
        return None
    if word in _YES:
        return _YES[word]
    if _WHOLE.fullmatch(word):
        return int(word)
    if _BROKEN.fullmatch(word) and repr(float(word)) == word:
        return float(word)
    return word


def value(event: Any, get: Callable[[], Any], level: int, check: Callable[[Any, int], None]) -> Any:
    """The value that begins with an event; `check` refuses what no register may hold, and bounds the depth."""
    check(event, level)
    if isinstance(event, yaml.ScalarEvent):
        return typed(event.value) if event.implicit[0] else event.value
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := get(), yaml.SequenceEndEvent):
            items.append(value(event, get, level + 1, check))
        return items
    found: dict[str, Any] = {}
    while not isinstance(event := get(), yaml.MappingEndEvent):
        check(event, level)
        if getattr(event, "value", None) in found:
            raise Refused(event.start_mark.line + 1, "this key stands twice in one entry", "keep one of them")
        if not isinstance(event, yaml.ScalarEvent):
            raise Refused(event.start_mark.line + 1, "a key must be a word", "write key: value")
        found[event.value] = value(get(), get, level + 1, check)
    return found
