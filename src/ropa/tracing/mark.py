"""Lines of a source and their marks: number and digest, which tell a passage without repeating its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

LENGTH = 16
"""Hexadecimal digits of a digest: enough to tell the lines of a document apart."""

_BREAK = re.compile("\r\n|\r|\n")
_MARK = re.compile(r"(\d{1,9}) ([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class Mark:
    """A line of a source: its number, from 1 as in the file, and the digest of its words."""

    line: int
    digest: str

    def __str__(self) -> str:
        return f"{self.line} {self.digest}"


def words_of(source: str | bytes) -> str:
    """The text of a source; bytes are read as UTF-8, or as UTF-16 that says so."""
    if isinstance(source, bytes):
        encoding = "utf-16" if source[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
        source = source.decode(encoding, "replace")
    return source.removeprefix("\ufeff")


def lines_of(text: str) -> list[str]:
    """Every line of a text, empty ones included. Only line breaks that an editor counts are counted."""
    return _BREAK.split(text)


def digest(line: str) -> str:
    """The first digits of the SHA-256 of a line, blanks at its ends left out."""
    return sha256(line.strip().encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def marks(source: str | bytes) -> tuple[Mark, ...]:
    """A mark for every line of a source that is not empty.

    >>> [str(mark) for mark in marks("Wij bakken brood.\\n\\nElke dag.")]
    ['1 269883165e7ef278', '3 6fb02a45b3e4bc29']
    """
    return tuple(
        Mark(number, digest(line))
        for number, line in enumerate(lines_of(words_of(source)), start=1)
        if line.strip()
    )


def read_marks(text: str) -> tuple[Mark, ...]:
    """Marks as they were written, one a line; every line that is none, such as a remark, is passed over."""
    found = (_MARK.fullmatch(line.strip()) for line in lines_of(text))
    return tuple(Mark(int(one[1]), one[2]) for one in found if one)


def same_document(source: str | bytes, stated: str | None) -> bool | None:
    """Whether a source is the one whose SHA-256 is stated; None where none is.

    A text that was read with its line breaks unified is the same document as the file it came from.
    """
    if stated is None:
        return None
    return stated.strip().lower() in {sha256(one).hexdigest() for one in _as_bytes(source)}


def _as_bytes(source: str | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    text = source.removeprefix("\ufeff")
    for ending in (text, _BREAK.sub("\n", text), _BREAK.sub("\r\n", text)):
        for start in ("", "\ufeff"):
            yield (start + ending).encode("utf-8", "surrogatepass")
