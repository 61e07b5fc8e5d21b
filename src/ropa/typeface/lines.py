"""Breaking text into lines that fit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ropa.typeface.breaks import broken
from ropa.typeface.face import widths

ELLIPSIS = "…"


def wrap(
    text: str,
    width: float,
    size: float,
    bold: bool = False,
    most: int | None = None,
    *,
    language: str = "",
    hyphen: str = "-",
) -> tuple[str, ...]:
    """The text in lines of at most `width` points, broken between words; newlines in the text are kept.

    A word that is too wide for a line is broken at a mark within it; then between syllables, with a `hyphen`, where
    its `language` is told; and else between characters, a single character never. When `most` lines do not hold
    the text, the last one ends in an ellipsis. Text without words has no lines.

    >>> wrap("Register van de verwerkingsactiviteiten", 80, 10)
    ('Register van de', 'verwerkingsa', 'ctiviteiten')
    >>> wrap("Register van de verwerkingsactiviteiten", 80, 10, language="nl")
    ('Register van de', 'verwerkingsac-', 'tiviteiten')
    >>> wrap("Register van de verwerkingsactiviteiten", 80, 10, most=2)
    ('Register van de', 'verwerkingsa…')
    """
    if not text.strip():
        return ()
    room = width * 1000 / size
    # One line more than wanted tells that something is left over, however long the text is.
    lines = tuple(islice(_lines(text, room, bold, language, hyphen), None if most is None else most + 1))
    if most is None or len(lines) <= most:
        return lines
    return (*lines[: most - 1], _shortened(lines[most - 1], room, bold)) if most > 0 else ()


def _lines(text: str, room: float, bold: bool, language: str, hyphen: str) -> Iterator[str]:
    blank = widths(bold)[" "]
    for paragraph in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for piece, wide, starts in _pieces(paragraph, room, bold, language, hyphen):
            gap = blank if line and starts else 0.0
            # The rest of a word that was broken never fits behind its beginning.
            if line and (not starts or used + gap + wide > room):
                yield "".join(line)
                line, used, gap = [], 0.0, 0.0
            if gap:
                line.append(" ")
            line.append(piece)
            used += gap + wide
        yield "".join(line)


def _pieces(
    paragraph: str, room: float, bold: bool, language: str, hyphen: str
) -> Iterator[tuple[str, float, bool]]:
    """The words, those too wide in pieces that fit; with each how wide it is and whether it starts a word."""
    known = widths(bold)
    # Not split(): that would break at no-break spaces too.
    for word in paragraph.replace("\t", " ").split(" "):
        wide = sum(map(known.__getitem__, word))
        if wide > room:
            for number, (piece, narrow) in enumerate(broken(word, room, known, language, hyphen)):
                yield piece, narrow, not number
        elif word:
            yield word, wide, True


def _shortened(line: str, room: float, bold: bool) -> str:
    known = widths(bold)
    used = sum(map(known.__getitem__, line)) + known[ELLIPSIS]
    end = len(line)
    while end and used > room:
        end -= 1
        used -= known[line[end]]
    return line[:end].rstrip() + ELLIPSIS
