"""Measure tables: how wide the columns are, which sheet they need, the rows with their repeated heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ropa import typeface
from ropa.formats.pdf.row import Lane, Row, Rule, row_of
from ropa.formats.pdf.setter import Setter, parted, plain
from ropa.formats.pdf.sheet import ACCENT, BULLET, GREY, HAIRLINE, LANDSCAPE, PORTRAIT, Ink, Sheet
from ropa.outline.page import Cell, Column, Table

SIZES = ((8.75, 0.62), (7.75, 0.52))
"""The sizes of type tried in turn, each with the part of their wished width that the columns must then get."""
SMALLEST = 7.0
PITCH = 1.33
"""From one line to the next, as a multiple of the size."""
GUTTER = 9.0
LEAST = 8
"""No column is narrower than this many characters."""
WHOLE = (26, 20, 16, 12)
"""Words of up to so many characters are to stand unbroken: the most that there is room for."""
ROUNDING = 0.01
LETTER = 0.6
"""How wide a letter is in running text, as a part of its size."""


class Fit(NamedTuple):
    """A size of type, and the width of each column at it, gutter included."""

    size: float
    widths: tuple[float, ...]


class Want(NamedTuple):
    """What a column asks for, in characters: what it likes, its longest word, and whether it holds dates."""

    likes: int
    word: int
    label: str
    date: bool


def wants(table: Table) -> tuple[Want, ...]:
    """What each column asks for: no more than its longest text takes up."""
    return tuple(_want(column, at, table) for at, column in enumerate(table.columns))


def _want(column: Column, at: int, table: Table) -> Want:
    texts = [plain(cell.value) for row in table.rows for cell in _field(row, at)]
    word = max((len(word) for text in texts for word in text.split()), default=0)
    longest = max(map(len, texts), default=0) + len(BULLET)
    label = typeface.printable(column.label)
    in_label = max(map(len, label.split()), default=0)
    return Want(max(LEAST, min(column.width, max(longest, in_label))), word, label, column.kind == "date")


def table_sheet(table: Table) -> Sheet:
    """Upright if the columns can be read there, on its side otherwise."""
    return PORTRAIT if comfortable(wants(table), PORTRAIT) else LANDSCAPE


def comfortable(columns: Sequence[Want], sheet: Sheet) -> Fit | None:
    """The columns set at a readable size and each near the width it likes, or None where they cannot be."""
    for size, part in SIZES:
        if sum(_wish(column, size) for column in columns) * part <= sheet.body_width + GUTTER:
            return fitted(columns, sheet, size)
    return None


def fitted(columns: Sequence[Want], sheet: Sheet, size: float) -> Fit | None:
    """The width of each column by what it likes, none below its least; None where even that is too much.

    The longest words, or at least those of the headings, are kept whole where there is room for them.
    """
    room = sheet.body_width + GUTTER
    least = [_least(column, size) for column in columns]
    if sum(least) > room:
        return None
    heads = [max(bound, _head(column, size)) for column, bound in zip(columns, least, strict=True)]
    words = (
        [max(head, _word(column, size, most)) for column, head in zip(columns, heads, strict=True)]
        for most in WHOLE
    )
    bounds = next(bounds for bounds in (*words, heads, least) if sum(bounds) <= room)
    return Fit(size, _shared([_wish(column, size) for column in columns], bounds, room))


def parts(columns: Sequence[Want], sheet: Sheet) -> Iterator[tuple[Fit, tuple[int, ...]]]:
    """The columns that fit beside each other: all of them, or runs of them that each begin with the first one."""
    whole = comfortable(columns, sheet) or fitted(columns, sheet, SMALLEST)
    if whole:
        yield whole, tuple(range(len(columns)))
        return
    rest = list(range(1, len(columns)))
    while rest:
        # Two columns of the least width fit on any sheet, so that each turn takes at least one.
        chosen = [0, rest.pop(0)]
        best = _narrow(columns, chosen, sheet)
        while rest and (tried := fitted([columns[at] for at in (*chosen, rest[0])], sheet, SMALLEST)):
            best = tried
            chosen.append(rest.pop(0))
        yield best, tuple(chosen)


def _narrow(columns: Sequence[Want], chosen: Sequence[int], sheet: Sheet) -> Fit:
    fit = fitted([columns[at] for at in chosen], sheet, SMALLEST)
    assert fit is not None
    return fit


def rows(setter: Setter, table: Table, sheet: Sheet) -> Iterator[Row]:
    """The rows of a table, each knowing the heading to print again where a page ends between them."""
    for fit, chosen in parts(wants(table), sheet):
        yield from _part(setter, table, sheet, fit, chosen)


def _part(setter: Setter, table: Table, sheet: Sheet, fit: Fit, chosen: tuple[int, ...]) -> Iterator[Row]:
    edges = [sum(fit.widths[:at]) for at in range(len(fit.widths))]
    heading = _heading(setter, [table.columns[at] for at in chosen], fit, edges)
    again = _again(setter, heading, sheet, fit)
    ink, pitch = Ink(fit.size), fit.size * PITCH
    rule = Rule(HAIRLINE, 0.4, 0.0, sheet.body_width)
    number = setter.table()
    yield heading._replace(hold=bool(table.rows), table=number, heads=-1)
    for row in table.rows:
        lanes = tuple(
            setter.cells(_field(row, at), edge, width - GUTTER, ink, right=table.columns[at].kind == "number")
            for at, edge, width in zip(chosen, edges, fit.widths, strict=True)
        )
        yield row_of(lanes, pitch, pad=3.0, rule=rule, head=again, table=number)


def _field(row: tuple[tuple[Cell, ...], ...], at: int) -> tuple[Cell, ...]:
    return row[at] if at < len(row) else ()


def _heading(setter: Setter, columns: Sequence[Column], fit: Fit, edges: Sequence[float]) -> Row:
    label, note = Ink(fit.size, True, ACCENT), Ink(max(fit.size - 1.5, 6.0), False, GREY)
    lanes: list[Lane] = []
    for column, edge, width in zip(columns, edges, fit.widths, strict=True):
        room, right = width - GUTTER, column.kind == "number"
        lane = setter.cells((Cell(column.label),), edge, room, label, right=right)
        if column.note:
            lane = parted(lane) + setter.cells((Cell(column.note),), edge, room, note, right=right)
        lanes.append(lane)
    rule = Rule(ACCENT, 0.8, 0.0, sum(fit.widths) - GUTTER)
    return row_of(tuple(lanes), fit.size * PITCH, above=9.0, pad=3.0, rule=rule)


def _again(setter: Setter, heading: Row, sheet: Sheet, fit: Fit) -> tuple[Row, ...]:
    """The heading as it is repeated; nothing, where it would take up too much of each page."""
    if heading.height > sheet.body_height / 3:
        return ()
    word = setter.furniture.get("continued", "…")
    ink = Ink(max(fit.size - 1.0, 6.5), False, GREY)
    continued = row_of((setter.lane(word, 0.0, sheet.body_width, ink),), fit.size * PITCH)
    return continued, heading


def _wish(column: Want, size: float) -> float:
    return column.likes * LETTER * size + GUTTER


def _least(column: Want, size: float) -> float:
    sample = "0000-00-00" if column.date else "n" * LEAST
    return typeface.width(sample, size) + GUTTER + ROUNDING


def _head(column: Want, size: float) -> float:
    words = column.label.split()
    return max((typeface.width(word, size, True) for word in words), default=0.0) + GUTTER + ROUNDING


def _word(column: Want, size: float, most: int) -> float:
    return min(column.word, most) * LETTER * size + GUTTER


def _shared(wishes: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Share out the room by wish; who would get less than its least gets its least, the others share the rest."""
    bound: set[int] = set()
    while True:
        free = room - sum(least[at] for at in bound)
        total = sum(wish for at, wish in enumerate(wishes) if at not in bound) or 1.0
        short = {at for at, wish in enumerate(wishes) if at not in bound and wish * free / total < least[at]}
        if not short:
            return tuple(least[at] if at in bound else wish * free / total for at, wish in enumerate(wishes))
        bound |= short
