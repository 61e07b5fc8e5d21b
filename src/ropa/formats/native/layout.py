"""Lays plain data out as YAML a person would have typed: words in a row, small entries on a line, large ones below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ropa.formats.native.scalar import is_literal, scalar

WIDTH = 110
"""Characters on a line; only a single long text goes beyond it."""
LONG_KEY = 120
"""Characters of a key from which YAML wants it marked as one."""
WORD = 40
"""Characters up to which a text counts as a word, so that several share a line."""


def mapping(data: Mapping[str, Any], indent: int) -> str:
    """A mapping in block style, without the indentation of its first line.

    >>> print(mapping({"holder": "bakery", "parties": [{"key": "bakery", "country": "BE"}]}, 0))
    holder: bakery
    parties:
      - {key: bakery, country: BE}
    """
    return f"\n{' ' * indent}".join(pair(key, value, indent) for key, value in data.items())


def pair(key: str, value: Any, indent: int) -> str:
    """A key with its value in block style."""
    word = scalar(key)
    if len(word) > LONG_KEY:
        return f"? {word}\n{' ' * indent}:{below(value, indent + 1, indent)}"
    return f"{word}:{below(value, indent + len(word) + 1, indent)}"


def below(value: Any, column: int, indent: int, *, literal: bool = True) -> str:
    """What follows the colon of a key that stands at `indent`: on the same line where it fits, else below."""
    line = None if _is_column(value) else on_a_line(value, WIDTH - column - 1, literal=literal)
    if line is not None:
        return f" {line}"
    pad = f"\n{' ' * (indent + 2)}"
    if isinstance(value, Mapping):
        return pad + mapping(value, indent + 2)
    if isinstance(value, str):
        return f" {_literal(value, indent + 2)}"
    if _are_words(value):
        return f" {_wrapped(value, column + 2, indent + 3)}"
    return pad + sequence(value, indent + 2)


def sequence(values: list[Any], indent: int) -> str:
    """A list in block style, without the indentation of its first line."""
    return f"\n{' ' * indent}".join(f"- {item(value, indent)}" for value in values)


def item(value: Any, indent: int) -> str:
    """What follows the dash of a list that stands at `indent`."""
    line = on_a_line(value, WIDTH - indent - 2)
    if line is not None:
        return line
    if isinstance(value, Mapping):
        return mapping(value, indent + 2)
    return _literal(value, indent + 2) if isinstance(value, str) else sequence(value, indent + 2)


def on_a_line(value: Any, room: int, *, literal: bool = True) -> str | None:
    """A value on one line where it is small enough to be read there; None where it is not."""
    if isinstance(value, str):
        return None if literal and is_literal(value) else scalar(value)
    if not isinstance(value, (Mapping, list)):
        return scalar(value)
    if not _is_shallow(value, 2) or _has_lines(value):
        return None
    line = flow(value)
    return line if len(line) <= room or not value else None


def flow(value: Any) -> str:
    """A value in flow style, however long.

    >>> flow({"scheme": "kbo", "number": "0123.456.749", "days": [1, None]})
    '{scheme: kbo, number: "0123.456.749", days: [1, null]}'
    """
    if isinstance(value, Mapping):
        return "{" + ", ".join(flow_pair(key, one) for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    return scalar(value)


def flow_pair(key: str, value: Any) -> str:
    """A key with its value in flow style."""
    word = scalar(key)
    return f"? {word} : {flow(value)}" if len(word) > LONG_KEY else f"{word}: {flow(value)}"


def _is_column(value: Any) -> bool:
    """Lists of entries stand one below the other, so that a change of one is a change of one line."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(one, (Mapping, list)) and one for one in value)
    )


def _is_shallow(value: Any, left: int) -> bool:
    if isinstance(value, Mapping):
        return left > 0 and all(_is_shallow(one, left - 1) for one in value.values())
    return all(_is_shallow(one, left) for one in value) if isinstance(value, list) else True


def _has_lines(value: Any) -> bool:
    if isinstance(value, str):
        return is_literal(value)
    inner = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    return any(_has_lines(one) for one in inner)


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and len(one) <= WORD for one in value)


def _wrapped(words: list[str], column: int, indent: int) -> str:
    """Words in a row that is too long for one line."""
    lines = [""]
    for word in (scalar(one) for one in words):
        room = WIDTH - (column if len(lines) == 1 else indent)
        if lines[-1] and len(lines[-1]) + len(word) + 2 > room:
            lines.append("")
        lines[-1] += f" {word}," if lines[-1] else f"{word},"
    return "[" + f"\n{' ' * indent}".join(lines)[:-1] + "]"


def _literal(text: str, indent: int) -> str:
    ending = "|" if text.endswith("\n") else "|-"
    body = text.removesuffix("\n")
    return ending + "".join(f"\n{' ' * indent}{line}" if line else "\n" for line in body.split("\n"))
