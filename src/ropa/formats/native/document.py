"""One file of a register: its bytes, its text, its plain data and, once somebody asks, its lines."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import Any

from ropa.errors import FileNotUnderstood, Problem
from ropa.formats.limits import Limits
from ropa.formats.native import json_text, yaml_text
from ropa.formats.native.lines import Lines, lines_of
from ropa.formats.native.read import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHERS = {b"PK": "a zip file or a workbook", b"\x1f\x8b": "a gzip file", b"%P": "a PDF file"}


@dataclass(slots=True)
class Document:
    """A file as read. `name` is what messages call it."""

    name: str
    text: str
    json: bool
    data: Any
    twice: bool
    _lines: Lines | None = field(default=None, repr=False)

    @property
    def lines(self) -> Lines:
        """On which line everything stands."""
        if self._lines is None:
            self._lines = lines_of(self.text, json=self.json)
        return self._lines

    def mistakes(self) -> list[Problem]:
        """What is wrong with the text, though it could be read: keys that stand twice."""
        if not self.twice:
            return []
        return [
            Problem("", f"the key{_shown(key)} stands twice in one entry, first on line {first}", "keep one of them", line, self.name)
            for line, first, key in self.lines.twice
        ]  # fmt: skip

    def at(self, problem: Problem, loc: tuple[str | int, ...]) -> Problem:
        """A problem with this file's name and line."""
        return Problem(
            problem.at, problem.wrong, problem.instead, self.lines.line_of(loc), self.name, problem.loc
        )


def _shown(key: str) -> str:
    return f" {key!r}" if key.isprintable() and len(key) <= 60 else ""


def mark_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark a file begins with, if any, and its encoding.

    >>> mark_of(b"ropa: 1"), mark_of("ropa: 1".encode("utf-8-sig"))[1]
    ((b'', 'utf-8'), 'utf-8')
    """
    return next((found for found in _MARKS if data.startswith(found[0])), (b"", "utf-8"))


def text_of(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, or UTF-16 that says so."""
    mark, encoding = mark_of(data)
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        other = _OTHERS.get(data[:2])
        wrong = f"this is {other}, not text" if other else "this is not UTF-8 text"
        raise FileNotUnderstood([Problem("", wrong, "save the file as UTF-8 text", line, name)]) from None


def document(data: str | bytes, *, name: str, json: bool, limits: Limits) -> Document:
    """A file as read; `FileNotUnderstood` where it cannot be read at all. An empty one has no data."""
    text = text_of(data, name) if isinstance(data, bytes) else data.removeprefix("\ufeff")
    try:
        reading = json_text.read(text, limits) if json else yaml_text.read(text, limits)
    except Refused as error:
        raise FileNotUnderstood([Problem("", error.wrong, error.instead, error.line, name)]) from None
    return Document(name, text, json, reading.data, reading.twice)
