"""Reads JSON into plain data, as strictly as a file is read: no key twice, no NaN."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from ropa.errors import NotUnderstood, Problem

_WORD = re.compile(r"[A-Za-z0-9_.-]{1,60}")


def plain_data(text: str | bytes | bytearray) -> Any:
    """What a JSON text says; `NotUnderstood` where it is none, or where a key stands twice in one entry.

    >>> plain_data('{"holder": "bakery"}')
    {'holder': 'bakery'}
    """
    try:
        return json.loads(text, object_pairs_hook=_mapping, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood([Problem("", f"not JSON: {str(error)[:200]}")]) from None


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        shown = f" {twice!r}" if _WORD.fullmatch(twice) else ""
        raise NotUnderstood([Problem("", f"the key{shown} stands twice in one entry", "keep one of them")])
    return found


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a value of JSON")
