"""Reads JSON strictly: no key twice, no NaN, no half characters, no bottomless nesting."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from ropa.formats.limits import LIMITS, Limits
from ropa.formats.native.read import Reading, Refused

_HALF = re.compile(r"[\ud800-\udfff]")



def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a value of JSON")


def _depth(text: str) -> int:
    """How deep the brackets go, texts left aside: counted before the parser recurses into them."""
    deepest = now = 0
    for mark in re.finditer(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', text):
        first = mark[0][0]
        if first in "[{":
            now += 1
            deepest = max(deepest, now)
        elif first in "]}":
            now -= 1
    return deepest


def read(text: str, limits: Limits = LIMITS) -> Reading:
    """Plain data out of JSON text. `Refused` tells where it stops and why.

    >>> read('{"country": "NO", "notice_days": 30}').data
    {'country': 'NO', 'notice_days': 30}
    """
    reading = Reading()
    twice: list[str] = []

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: set[str] = set()
            twice.extend(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        return found

    _refuse_depth(text, limits)
    try:
        reading.data = json.loads(text, object_pairs_hook=mapping, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Refused(error.lineno, f"not JSON: {error.msg}", "check commas, quotes and brackets around here") from None
    except (ValueError, RecursionError) as error:
        raise Refused(1, f"not JSON: {str(error)[:100]}") from None
    if "\\ud" in text or "\\uD" in text:
        _refuse_halves(text, reading.data)
    for key in twice:
        shown = f" {key!r}" if key.isprintable() and len(key) <= 60 else ""
        reading.mistakes.append((_line_of_key(text, key), f"the key{shown} stands twice in one entry", "keep one of them"))
    return reading


def _refuse_depth(text: str, limits: Limits) -> None:
    if text.count("[") + text.count("{") > limits.depth and _depth(text) > limits.depth:
        raise Refused(1, f"nested deeper than {limits.depth} levels")


def _refuse_halves(text: str, data: Any) -> None:
    todo = [data]
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            if _HALF.search(value):
                line = next((n for n, row in enumerate(text.splitlines(), 1) if re.search(r"\\u[dD][89a-fA-F]", row)), 1)
                raise Refused(line, "half of a surrogate pair is not a character", "write the character itself")
        elif isinstance(value, dict):
            todo += [*value, *value.values()]
        elif isinstance(value, list):
            todo += value


def _line_of_key(text: str, key: str) -> int:
    """The line of the last place a key stands: close enough to look, and only asked for when it is wrong."""
    found = [place.start() for place in re.finditer(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:", text)]
    return text.count("\n", 0, found[-1]) + 1 if found else 1
