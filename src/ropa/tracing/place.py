"""Places in a source: which lines `L42`, `L42-L45`, `§ 3.2` or a heading stand for.

- `L42`, `L42-L45`: these lines, by their number in the file, the last one included.
- `§ 3.2`: the line that begins with the number 3.2 (also `Artikel 3.2`), with all that follows up to the next
  number of its rank. Where none does, the second item of § 3 whose number stands furthest to the left.
- anything else is a heading: the one line that says exactly that, capitals and spacing aside. If it begins with
  a number it stands for that section; otherwise for itself and the block of lines under it, up to a blank line.

Each stands for as little as it may: a place that could be two is no place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_LINES = re.compile(r"L(\d{1,9})(?:\s*[-–]\s*L?(\d{1,9}))?")
_SECTION = re.compile(r"§\s*(\d{1,9}(?:\.\d{1,9})*)\.?")
_NUMBERED = re.compile(
    r"(?P<indent>\s*)(?P<word>§|#+|artikel|article|art\.|section|paragraph|paragraaf|hoofdstuk|chapitre|abschnitt)?"
    r"\s*(?P<number>\d{1,9}(?:\.\d{1,9})*)(?P<end>[.):]?)(?:\s|$)",
    re.IGNORECASE,
)


class Lost(StrEnum):
    """Why a place stands for no line."""

    OUTSIDE = "outside"
    """It names lines that the source does not have."""
    NOT_FOUND = "not-found"
    """No line bears that number or heading."""
    AMBIGUOUS = "ambiguous"
    """Several lines bear it."""
    NEEDS_TEXT = "needs-text"
    """It is a number or heading, and only the marks of the lines are known."""


@dataclass(frozen=True, slots=True)
class Span:
    """Lines of a source, from 1, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Numbered:
    line: int
    indent: int
    words: bool
    """Whether a word such as Artikel stands before the number."""
    number: tuple[int, ...]

    def closes(self, other: _Numbered) -> bool:
        """Whether a section ends where this line begins the next one."""
        if self.words != other.words:
            return self.words
        deeper = len(other.number) - len(self.number)
        return deeper > 0 or (deeper == 0 and self.indent <= other.indent)


class Places:
    """Finds places in one source. Of a source without words, `last` says how many lines it has."""

    def __init__(self, lines: Sequence[str] | None, last: int) -> None:
        self.lines = lines
        self.last = last
        self.numbered = [found for found in map(_numbered, range(1, last + 1), lines or ()) if found]
        self.headings: dict[str, list[int]] = {}
        for number, line in enumerate(lines or (), start=1):
            if line.strip():
                self.headings.setdefault(_plain(line), []).append(number)

    def find(self, at: str) -> Span | Lost:
        """The lines a place stands for, or why it stands for none."""
        if found := _LINES.fullmatch(at.strip()):
            first, last = int(found[1]), int(found[2] or found[1])
            return Span(first, last) if 0 < first <= last <= self.last else Lost.OUTSIDE
        if self.lines is None:
            return Lost.NEEDS_TEXT
        if found := _SECTION.fullmatch(at.strip()):
            return self._section(tuple(map(int, found[1].split("."))))
        return self._heading(at)

    def _heading(self, at: str) -> Span | Lost:
        places = self.headings.get(_plain(at), [])
        if len(places) != 1:
            return Lost.AMBIGUOUS if places else Lost.NOT_FOUND
        begin = next((one for one in self.numbered if one.line == places[0]), None)
        return self._until_next(begin) if begin else self._block(places[0])

    def _section(self, number: tuple[int, ...], among: Span | None = None) -> Span | Lost:
        begins = [one for one in self.numbered if one.number == number and _in(one, among)]
        begins = [one for one in begins if one.words] or begins
        if among and begins:
            left = min(one.indent for one in self.numbered if _in(one, among))
            begins = [one for one in begins if one.indent == left]
        if len(begins) > 1:
            return Lost.AMBIGUOUS
        if begins:
            return self._until_next(begins[0], among)
        if len(number) == 1:
            return Lost.NOT_FOUND
        around = self._section(number[:-1], among)
        return (
            around
            if isinstance(around, Lost)
            else self._section(number[-1:], Span(around.first + 1, around.last))
        )

    def _until_next(self, begin: _Numbered, among: Span | None = None) -> Span:
        end = among.last if among else self.last
        after = (one.line - 1 for one in self.numbered if begin.line < one.line <= end and one.closes(begin))
        return Span(begin.line, next(after, end))

    def _block(self, heading: int) -> Span:
        assert self.lines is not None
        last = heading
        for number, line in enumerate(self.lines[heading:], start=heading + 1):
            if line.strip():
                last = number
            elif last > heading:
                break
        return Span(heading, last)


def _in(one: _Numbered, among: Span | None) -> bool:
    return among is None or among.first <= one.line <= among.last


def _numbered(line: int, words: str) -> _Numbered | None:
    found = _NUMBERED.match(words)
    if not found or not (found["word"] or found["end"] or "." in found["number"]):
        return None
    number = tuple(map(int, found["number"].split(".")))
    return _Numbered(line, len(found["indent"]), bool(found["word"]), number)


def _plain(text: str) -> str:
    return " ".join(text.strip().lstrip("#").casefold().split())
