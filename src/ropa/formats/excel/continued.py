"""Continues a row that would be taller than Excel draws in further rows, so that every text can be read and printed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from ropa.formats.excel.cell import Field, spoken
from ropa.formats.excel.lines import lines_of, room
from ropa.formats.excel.text import legible
from ropa.outline.page import Cell

MOST_LINES = 30
"""So many lines a row has at most: they fit into the 409 points that are the tallest row of Excel."""

USUAL_WIDTH = 24
BULLET = "•\N{NO-BREAK SPACE}"
"""It never stands on a line alone, however long the word behind it is."""


def bulleted(rows: Sequence[Sequence[Field]], widths: Mapping[int, int]) -> frozenset[int]:
    """The columns of a table in which several paragraphs are set apart by bullets, if in one of their fields they must be."""
    across = max(map(len, rows), default=0)
    return frozenset(
        place
        for place in range(1, across + 1)
        if any(_is_list(row[place - 1], widths.get(place, USUAL_WIDTH)) for row in rows if len(row) >= place)
    )


def continued(
    fields: Sequence[Field],
    widths: Mapping[int, int],
    naming: int,
    mark: str,
    lists: frozenset[int] | None = None,
) -> Iterator[Sequence[Field]]:
    """The row, or the rows it goes on in. The first `naming` fields are repeated; what goes on begins with the mark.

    `lists` are the columns whose paragraphs have bullets; where they are not told, each field has them that needs them.
    """
    listed = [
        _bullets(field)
        if (place in lists if lists is not None else _is_list(field, widths.get(place, USUAL_WIDTH)))
        else field
        for place, field in enumerate(fields, start=1)
    ]
    if all(_fits(field, widths.get(place, USUAL_WIDTH)) for place, field in enumerate(listed, start=1)):
        yield listed
        return
    pieces = [
        list(_pieces(field, widths.get(place, USUAL_WIDTH), mark))
        for place, field in enumerate(listed, start=1)
    ]
    named = [held[0] if place < naming and len(held) == 1 else () for place, held in enumerate(pieces)]
    for row in zip_longest(*pieces):
        yield [name if piece is None else piece for piece, name in zip(row, named, strict=True)]


def _is_list(field: Field, width: int) -> bool:
    """Whether of several paragraphs one takes more than a line: then only bullets keep them apart."""
    return len(field) > 1 and not all(_one_line(cell, width) for cell in field)


def _bullets(field: Field) -> Field:
    if len(field) < 2:
        return field
    return tuple(Cell(f"{BULLET}{_text(cell)}", cell.muted, cell.target) for cell in field if _text(cell))


def _one_line(cell: Cell, width: int) -> bool:
    return lines_of(_text(cell), width) == 1


def _text(cell: Cell) -> str:
    return spoken((cell,))


def _fits(field: Field, width: int) -> bool:
    if not field or (len(field) == 1 and not isinstance(field[0].value, str)):
        return True
    text = spoken(field)
    # Most are so short that nobody need count: a letter is three narrow ones wide at most, and two lines fill one.
    most = text.count("\n") + 1 + 6 * len(text) / room(width)
    return most <= MOST_LINES or lines_of(text, width) <= MOST_LINES


def _pieces(field: Field, width: int, mark: str) -> Iterator[Field]:
    """A field in parts that each fit into a row."""
    if _fits(field, width):
        yield field
        return
    again = [Cell(f"({mark})", muted=True)] if mark else []
    kept = lines_of(spoken(tuple(again)), width) if again else 0
    piece: list[Cell] = []
    used = 0
    for cell in field:
        for text, lines in _parts(_text(cell), width, MOST_LINES - kept):
            if piece and used + lines > MOST_LINES:
                yield tuple(piece)
                piece, used = list(again), kept
            piece.append(Cell(text, cell.muted, cell.target))
            used += lines
    if piece:
        yield tuple(piece)


def _parts(text: str, width: int, most: int) -> Iterator[tuple[str, int]]:
    """A text whole, or in parts of so many lines; put together they are the text."""
    text = legible(text)
    while (lines := lines_of(text, width)) > most:
        part = _beginning(text, width, most)
        yield part, lines_of(part, width)
        text = text[len(part) :]
    if text:
        yield text, lines


def _beginning(text: str, width: int, most: int) -> str:
    """As much of a text as fits into so many lines, to the end of a word or of a line where there is one."""
    low, high = 1, min(len(text), math.ceil(room(width) * most) + most)
    while low < high:
        middle = (low + high + 1) // 2
        if lines_of(text[:middle], width) <= most:
            low = middle
        else:
            high = middle - 1
    for end in ("\n", " "):
        at = text.rfind(end, low // 2, low)
        if at > 0:
            return text[: at + 1]
    return text[:low]
