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
    for mark in re.finditer(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{]|[\]}]', text, re.DOTALL):
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

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            reading.twice = True
        return found

    _refuse_bombs(text, limits)
    try:
        reading.data = json.loads(text, object_pairs_hook=mapping, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise Refused(
            error.lineno, f"not JSON: {error.msg}", "check commas, quotes and brackets around here"
        ) from None
    except (ValueError, RecursionError) as error:
        raise Refused(1, f"not JSON: {str(error)[:100]}") from None
    if "\\ud" in text or "\\uD" in text:
        _refuse_halves(text, reading.data)
    return reading


def _refuse_bombs(text: str, limits: Limits) -> None:
    if text.count("[") + text.count("{") > limits.depth and _depth(text) > limits.depth:
        raise Refused(1, f"nested deeper than {limits.depth} levels")
    if text.count(",") > limits.values:
        raise Refused(1, f"more than {limits.values} values")


def _refuse_halves(text: str, data: Any) -> None:
    todo = [data]
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            if _HALF.search(value):
                line = next(
                    (n for n, row in enumerate(text.splitlines(), 1) if re.search(r"\\u[dD][89a-fA-F]", row)),
                    1,
                )
                raise Refused(
                    line, "half of a surrogate pair is not a character", "write the character itself"
                )
        elif isinstance(value, dict):
            todo += [*value, *value.values()]
        elif isinstance(value, list):
            todo += value
