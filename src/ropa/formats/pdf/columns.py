"""How wide the columns of a table are, in which size of type it is set, and on which sheet.

What a column wants is measured once, in ems: at a size of type of 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from typing import NamedTuple

from ropa import typeface
from ropa.formats.pdf.even import evened
from ropa.formats.pdf.sheet import BULLET, LANDSCAPE, PORTRAIT, POSTER, SPREAD, Sheet
from ropa.formats.plain import plain
from ropa.outline.page import Cell, Column, Table

SMALLEST = 7.0
_WIDE = ((8.75, 0.62), (7.75, 0.52), (SMALLEST, 0.45))
SIZES = {PORTRAIT: ((8.75, 0.62), (7.75, 0.52)), LANDSCAPE: _WIDE, POSTER: _WIDE, SPREAD: _WIDE}
"""The sizes of type tried in turn, each with the part of their wished width that the columns must then get."""
GUTTER = 9.0
LEAST = 8
"""No column is narrower than this many characters."""
WHOLE = (15.0, 13.0, 11.0, 9.5, 8.5, 7.5, 6.5)
"""Words of up to so many ems are to stand unbroken: the most that there is room for."""
USUAL = 13.0
"""How long a long word is that is no rarity, in ems: some twenty letters."""
LETTER = 0.6
"""How wide a letter is, in ems, taken widely."""
MEASURED = 24
LIGHTEST = 0.7
"""How much less than it likes a column may be given for the sake of the height of the rows."""
WEIGHTS = ((0.5, 2.0), (0.75, 3.5), (1.0, 5.0))
"""How much more a column is given for being tall: the power of how many times it is as tall as usual, and the most."""
SHORTER = 0.85
"""Words are broken where that makes the tallest rows so much shorter."""
TALLEST = 24
"""So many of the tallest rows are looked at."""
ROUNDING = 0.01
KEPT = 0.75
"""So much of its width a column keeps when rows are made shorter: it has what is said again where a row goes on, too."""


class Fit(NamedTuple):
    """A size of type, and the width of each column at it, gutter included."""

    size: float
    widths: tuple[float, ...]


class Want(NamedTuple):
    """What a column asks for, in ems: what it likes, its longest word, the longest of its heading, its least.

    `lines` is how tall its longest field is where the column gets the width that it likes; `fields` how long its field
    is in each of the tallest rows, and how many things it says there.
    """

    likes: float
    word: float
    head: float
    least: float
    lines: float = 1.0
    fields: tuple[tuple[float, int], ...] = ()


def wants(table: Table) -> tuple[Want, ...]:
    """What each column asks for: no more than its longest text takes up."""
    columns = [[row[at] if at < len(row) else () for row in table.rows] for at in range(len(table.columns))]
    made = [_want(column, fields) for column, fields in zip(table.columns, columns, strict=True)]
    longest = [max(row, default=0.0) for row in zip(*(lengths for _, lengths in made), strict=True)]
    tallest = nlargest(TALLEST, range(len(longest)), key=longest.__getitem__)
    return tuple(
        want._replace(fields=tuple((lengths[at], len(fields[at])) for at in tallest))
        for (want, lengths), fields in zip(made, columns, strict=True)
    )


def _want(column: Column, fields: Iterable[tuple[Cell, ...]]) -> tuple[Want, list[float]]:
    """What a column asks for, and how long each of its fields is."""
    texts, bulleted, lengths = list[str](), False, list[float]()
    for cells in fields:
        said = [plain(cell.value) for cell in cells]
        lengths.append(sum(map(len, said)) * LETTER)
        texts += said
        bulleted = bulleted or len(cells) > 1
    # The widest word is sought among the longest: to measure each would take longer than to break them all.
    longest = nlargest(
        MEASURED, {word for text in texts for word in text.split()}, key=lambda word: (len(word), word)
    )
    words = [part for word in longest for part in _whole(typeface.printable(word))]
    indent = typeface.width(BULLET, 1.0) if bulleted else 0.0
    label = typeface.printable(column.label).split()
    head = max((typeface.width(word, 1.0, True) for word in label), default=0.0)
    most = max(max(map(len, texts), default=0) * LETTER + indent, head)
    least = typeface.width("0000-00-00" if column.kind == "date" else "n" * LEAST, 1.0)
    word = max((typeface.width(word, 1.0) for word in words), default=0.0) + indent
    likes = max(least, min(column.width * LETTER, most))
    return Want(likes, word, head, least, max(max(lengths, default=0.0) / likes, 1.0)), lengths


def _whole(word: str) -> Iterable[str]:
    """What should stay in one piece: the parts of a word between its own hyphens, and an address that is not endless."""
    address = "@" in word or "://" in word
    return (word,) if address and typeface.width(word, 1.0) <= WHOLE[0] else typeface.atoms(word)


def table_sheet(table: Table) -> Sheet:
    """Upright if the columns can be read there and no usual word is broken, on its side otherwise."""
    columns, room = wants(table), PORTRAIT.body_width + GUTTER
    fits = any(
        sum(_points(column.likes, size) for column in columns) * part <= room
        and sum(_points(_bound(column, USUAL), size) for column in columns) <= room
        for size, part in SIZES[PORTRAIT]
    )
    return PORTRAIT if fits else LANDSCAPE


def comfortable(columns: Sequence[Want], sheet: Sheet) -> Fit | None:
    """The columns set at a readable size and each near the width it likes, or None where they cannot be.

    The largest such size at which no usual word is broken, or else the smallest.
    """
    room = sheet.body_width + GUTTER
    found = None
    for size, part in SIZES[sheet]:
        if sum(_points(column.likes, size) for column in columns) * part <= room:
            found = fitted(columns, sheet, size)
            if sum(_points(_bound(column, USUAL), size) for column in columns) <= room:
                return found
    return found


def fitted(columns: Sequence[Want], sheet: Sheet, size: float) -> Fit | None:
    """The width of each column by what it likes, none below its least; None where even that is too much.

    The longest words, or at least those of the headings, are kept whole where there is room for them.
    """
    room = sheet.body_width + GUTTER
    found, tall = None, 0.0
    for least in _bounds(columns):
        bounds = [_points(ems, size) for ems in least]
        if sum(bounds) > room:
            continue
        # A heading is broken only where the columns do not fit otherwise.
        if found and any(ems < column.head for ems, column in zip(least, columns, strict=True)):
            break
        for power, most in WEIGHTS:
            likes = [wish + GUTTER for wish in _wishes(columns, size, power, most)]
            widths = shared(likes, bounds, room)
            height = _height(columns, widths, size)
            if found is None or height < tall * SHORTER:
                found, tall = Fit(size, widths), height
    return found


def _height(columns: Sequence[Want], widths: Sequence[float], size: float) -> float:
    """About how many lines the tallest rows take up together. A line of an item is half empty, as a rule."""
    rows = zip(*(column.fields for column in columns), strict=True)
    lines = [size / (width - GUTTER) for width in widths]
    return sum(
        max(
            (length * part + 0.5 * items for (length, items), part in zip(row, lines, strict=True)),
            default=0.0,
        )
        for row in rows
    )


def _wishes(columns: Sequence[Want], size: float, power: float, most: float) -> Iterator[float]:
    """What columns like, and more of it for those that would be taller than the others: they make rows tall."""
    usual = sum(column.lines for column in columns) / max(len(columns), 1)
    for column in columns:
        weight = min(max((column.lines / usual) ** power, LIGHTEST), most)
        yield column.likes * weight * size + ROUNDING


def _bounds(columns: Sequence[Want]) -> Iterator[list[float]]:
    """What columns should not be narrower than, from what is good to have to what must be."""
    for most in WHOLE:
        yield [_bound(column, most) for column in columns]
    yield [max(column.head, column.least) for column in columns]
    yield [column.least for column in columns]


def parts(columns: Sequence[Want], sheet: Sheet) -> Iterator[tuple[Fit, tuple[int, ...]]]:
    """The columns that fit beside each other: all of them, or runs of them that each begin with the first one."""
    whole = comfortable(columns, sheet) or fitted(columns, sheet, SMALLEST)
    if whole:
        yield _evened(columns, whole), tuple(range(len(columns)))
        return
    rest = list(range(1, len(columns)))
    while rest:
        chosen: list[int] = [0]
        best = None
        # Two columns of the least width fit on any sheet, so that each turn takes at least one.
        while rest and (tried := fitted([columns[at] for at in (*chosen, rest[0])], sheet, SMALLEST)):
            best = tried
            chosen.append(rest.pop(0))
        assert best is not None
        yield best, tuple(chosen)


def _evened(columns: Sequence[Want], fit: Fit) -> Fit:
    """The same with the room shared out for shorter rows; no word is broken that was whole."""
    if len(columns) < 2:
        return fit
    size, widths = fit
    least = [
        min(width, max(_points(_bound(column, WHOLE[0]), size), width * KEPT))
        for width, column in zip(widths, columns, strict=True)
    ]
    rows = tuple(zip(*(column.fields for column in columns), strict=True))
    return Fit(size, evened(widths, least, rows, size, GUTTER))


def shared(wishes: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Share out the room by wish; who would get less than its least gets its least, the others share the rest.

    >>> shared((10, 10, 20), (0, 0, 0), 80), shared((10, 10, 20), (30, 0, 0), 60)
    ((20.0, 20.0, 40.0), (30, 10.0, 20.0))
    """
    bound: set[int] = set()
    while True:
        free = room - sum(least[at] for at in bound)
        total = sum(wish for at, wish in enumerate(wishes) if at not in bound) or 1.0
        short = {at for at, wish in enumerate(wishes) if at not in bound and wish * free / total < least[at]}
        if not short:
            return tuple(least[at] if at in bound else wish * free / total for at, wish in enumerate(wishes))
        bound |= short


def _bound(column: Want, most: float) -> float:
    return max(min(column.word, most), column.head, column.least)


def _points(ems: float, size: float) -> float:
    return ems * size + GUTTER + ROUNDING
