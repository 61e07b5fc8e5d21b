"""Where the words of a language may be parted with a hyphen.

The patterns are those of the dictionaries that pyphen comes with, tried as Liang's method does: each pattern found in a
word has its say, the highest number counts, and an odd one is a place to break. pyphen itself reads a dictionary whole
before its first word, for German most of a second: here a pattern is read when a word asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

FIRST, LAST = 3, 3
"""So many letters at least stand before a hyphen, and so many after it."""
LONGEST = 120
"""Longer runs of letters are not words: the longest names of laws and bodies have some eighty."""
_DIGITS = str.maketrans("", "", "0123456789")


class Patterns(NamedTuple):
    """Letters to the pattern that holds them between its numbers, and how long the longest of them is."""

    known: Mapping[str, str]
    longest: int


@cache
def patterns(language: str) -> Patterns | None:
    """The patterns of a language, or None where there are none for it."""
    import pyphen as untyped_pyphen

    pyphen: Any = untyped_pyphen
    name = pyphen.language_fallback(language) if language else None
    if not name:
        return None
    encoding, _, rest = pyphen.LANGUAGES[name].read_bytes().partition(b"\n")
    text = rest.decode(encoding.decode("ascii").strip())
    known = dict(zip(text.translate(_DIGITS).split("\n"), text.split("\n"), strict=True))
    # A remark or a setting is no pattern: it holds a blank or is longer than a word.
    return Patterns(known, min(max(map(len, known)), LONGEST))


@lru_cache(maxsize=8192)
def points(word: str, language: str) -> tuple[int, ...]:
    """Before which letters of a word, counted from 0, a line may end with a hyphen; a word is letters only.

    >>> points("verwerkingsverantwoordelijke", "nl")
    (3, 6, 11, 14, 17, 21, 23)
    >>> points("Auftragsverarbeiter", "de"), points("word", "xx")
    ((3, 8, 11, 13, 16), ())
    """
    if not FIRST + LAST <= len(word) <= LONGEST or not (found := patterns(language)):
        return ()
    odd = [at for at, number in enumerate(_numbers(word.lower(), found)) if number % 2]
    kept: list[int] = []
    # No letter stands alone: of two places beside each other the later one is the better founded.
    for at in reversed(odd):
        if FIRST <= at <= len(word) - LAST and (not kept or kept[-1] - at > 1):
            kept.append(at)
    return tuple(reversed(kept))


def _numbers(word: str, found: Patterns) -> list[int]:
    """The number of each place in a word, from the one before its first letter."""
    pointed = f".{word}."
    numbers = [0] * (len(pointed) + 1)
    for start in range(len(pointed) - 1):
        for end in range(start + 1, min(start + found.longest, len(pointed)) + 1):
            pattern = found.known.get(pointed[start:end])
            if pattern:
                _say(pattern, start, numbers)
    return numbers[1:]


def _say(pattern: str, at: int, numbers: list[int]) -> None:
    """Let a pattern have its say from a place on; a number stands before the letter that follows it."""
    for character in pattern:
        if character.isdigit():
            numbers[at] = max(numbers[at], int(character))
        else:
            at += 1
