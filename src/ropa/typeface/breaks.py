"""Where a word that is too wide for its line is broken: at a mark within it, between syllables, or else anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from ropa.typeface.face import Widths
from ropa.typeface.syllables import points

_MARKS = re.compile(r"(?<=[/\\_–—])(?=\w)|(?<=[\-:;,])(?=[^\W\d_])|(?<=\D-)(?=\d)|(?<=\w)(?=[.@?&=#%+]\w)")
"""Addresses and file names are broken after a slash or a dash, and before a dot, which would look like their end.
Dates and times are not broken."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[@_\d]|\w\.\w|://")
"""What is no word of a language: a hyphen put into it would change it."""
TRIES = 4


class Unit(NamedTuple):
    """What stays together: its text, how wide it is, and what is shown after it at the end of a line."""

    text: str
    wide: float
    tail: str = ""


def atoms(word: str) -> list[str]:
    """The word in the parts between which it may be broken as it stands.

    >>> atoms("https://www.example.org/privacy-policy"), atoms("dpo@example.org.")
    (['https://', 'www', '.example', '.org/', 'privacy-', 'policy'], ['dpo', '@example', '.org.'])
    """
    return _MARKS.split(word)


def broken(word: str, room: float, known: Widths, language: str, hyphen: str) -> Iterator[tuple[str, float]]:
    """The word in pieces that each fit, unless a single character does not; with each how wide it is."""
    dash = known[hyphen] if hyphen else 0.0
    held, used, tail = "", 0.0, ""
    for unit in _units(word, room, known, language, hyphen):
        if held and used + unit.wide + (dash if unit.tail else 0.0) > room:
            yield held + tail, used + (dash if tail else 0.0)
            held, used = "", 0.0
        held, used, tail = held + unit.text, used + unit.wide, unit.tail
    if held:
        yield held, used


def _units(word: str, room: float, known: Widths, language: str, hyphen: str) -> Iterator[Unit]:
    spoken = bool(language) and not _ADDRESS.search(word)
    for atom in atoms(word):
        wide = sum(map(known.__getitem__, atom))
        if wide <= room:
            yield Unit(atom, wide)
            continue
        for unit in _parted(atom, known, language, hyphen) if spoken else (Unit(atom, wide),):
            if unit.wide + (known[hyphen] if unit.tail else 0.0) <= room:
                yield unit
            else:
                yield from _anywhere(unit, room, known)


def _parted(atom: str, known: Widths, language: str, hyphen: str) -> Iterator[Unit]:
    """The syllables of a part of a word."""
    ends = [run.start() + point for run in _LETTERS.finditer(atom) for point in points(run.group(), language)]
    for start, end in pairwise((0, *ends, len(atom))):
        text = atom[start:end]
        yield Unit(text, sum(map(known.__getitem__, text)), hyphen if end < len(atom) else "")


def _anywhere(unit: Unit, room: float, known: Widths) -> Iterator[Unit]:
    """What has no place to break at, in pieces of as many characters each: no lone last one is left over."""
    text = unit.text
    if unit.tail:
        room -= known[unit.tail]
    least = int(unit.wide / room) + 1 if room > 0 else len(text)
    for count in range(least, least + TRIES):
        size = -(-len(text) // count)
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        widths = [sum(map(known.__getitem__, piece)) for piece in pieces]
        if max(widths) <= room:
            break
    else:
        pieces, widths = _filled(text, room, known)
    *rest, last = zip(pieces, widths, strict=True)
    yield from (Unit(piece, wide) for piece, wide in rest)
    yield Unit(*last, unit.tail)


def _filled(text: str, room: float, known: Widths) -> tuple[list[str], list[float]]:
    """The text in pieces as long as fit."""
    pieces, widths, start, used = list[str](), list[float](), 0, 0.0
    for at, character in enumerate(text):
        wide = known[character]
        if used + wide > room and at > start:
            pieces.append(text[start:at])
            widths.append(used)
            start, used = at, 0.0
        used += wide
    return [*pieces, text[start:]], [*widths, used]
