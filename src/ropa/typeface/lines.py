"""Breaking text into lines that fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ropa.typeface.face import Widths, widths

ELLIPSIS = "…"


def wrap(
    text: str, width: float, size: float, bold: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """The text in lines of at most `width` points, broken between words; newlines in the text are kept.

    A word that is too wide for a line is broken between characters, a single character never. When `most`
    lines do not hold the text, the last one ends in an ellipsis. Text without words has no lines.

    >>> wrap("Register van de verwerkingsactiviteiten", 80, 10)
    ('Register van de', 'verwerkingsacti', 'viteiten')
    >>> wrap("Register van de verwerkingsactiviteiten", 80, 10, most=2)
    ('Register van de', 'verwerkingsa…')
    """
    if not text.strip():
        return ()
    room = width * 1000 / size
    # One line more than wanted tells that something is left over, however long the text is.
    lines = tuple(islice(_lines(text, room, bold), None if most is None else most + 1))
    if most is None or len(lines) <= most:
        return lines
    return (*lines[: most - 1], _shortened(lines[most - 1], room, bold)) if most > 0 else ()


def _lines(text: str, room: float, bold: bool) -> Iterator[str]:
    blank = widths(bold)[" "]
    for paragraph in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for piece, wide, starts in _pieces(paragraph, room, bold):
            gap = blank if line and starts else 0.0
            if line and used + gap + wide > room:
                yield "".join(line)
                line, used, gap = [], 0.0, 0.0
            if gap:
                line.append(" ")
            line.append(piece)
            used += gap + wide
        yield "".join(line)


def _pieces(paragraph: str, room: float, bold: bool) -> Iterator[tuple[str, float, bool]]:
    """The words, those too wide in pieces that fit; with each how wide it is and whether it starts a word."""
    known = widths(bold)
    # Not split(): that would break at no-break spaces too.
    for word in paragraph.replace("\t", " ").split(" "):
        wide = sum(map(known.__getitem__, word))
        if wide > room:
            yield from _broken(word, room, known)
        elif word:
            yield word, wide, True


def _broken(word: str, room: float, known: Widths) -> Iterator[tuple[str, float, bool]]:
    """A word that is too wide, in pieces that fit."""
    start, used = 0, 0.0
    for at, character in enumerate(word):
        wide = known[character]
        if used + wide > room and at > start:
            yield word[start:at], used, start == 0
            start, used = at, 0.0
        used += wide
    yield word[start:], used, start == 0


def _shortened(line: str, room: float, bold: bool) -> str:
    known = widths(bold)
    used = sum(map(known.__getitem__, line)) + known[ELLIPSIS]
    end = len(line)
    while end and used > room:
        end -= 1
        used -= known[line[end]]
    return line[:end].rstrip() + ELLIPSIS
