"""Measure tables: the rows, and the heading that is repeated where a page ends between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa.formats.pdf.columns import GUTTER, Fit, parts, wants
from ropa.formats.pdf.paginate import is_cut
from ropa.formats.pdf.row import Lane, Row, Rule, kept, row_of
from ropa.formats.pdf.setter import Setter, parted
from ropa.formats.pdf.sheet import ACCENT, GREY, HAIRLINE, Ink, Sheet
from ropa.formats.plain import plain
from ropa.outline.page import Cell, Column, Table

PITCH = 1.33
"""From one line to the next, as a multiple of the size."""
KEYS = 3
"""In so many columns at most, the first ones, stands what a row is about."""
LEAST = 7.0
"""Nothing on paper is smaller, in points."""
ECHOED = 3
"""What takes up more lines is not said again."""


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
    naming = sum(at < table.naming for at in chosen)
    yield heading._replace(hold=bool(table.rows), table=number, heads=-1)
    made = list[Row]()
    for row in table.rows:
        lanes = tuple(
            setter.cells(_field(row, at), edge, width - GUTTER, ink, right=table.columns[at].kind == "number")
            for at, edge, width in zip(chosen, edges, fit.widths, strict=True)
        )
        made.append(row_of(lanes, pitch, pad=3.0, rule=rule, head=again, table=number, heads=naming))
        if is_cut(made[-1], sheet):
            fields = [_field(row, at) for at in chosen[:KEYS]]
            made[-1] = made[-1]._replace(echo=_echo(setter, made[-1], fields, edges, fit))
    yield from kept(made)


def _field(row: tuple[tuple[Cell, ...], ...], at: int) -> tuple[Cell, ...]:
    return row[at] if at < len(row) else ()


def _echo(
    setter: Setter, row: Row, fields: Sequence[tuple[Cell, ...]], edges: Sequence[float], fit: Fit
) -> tuple[Lane, ...]:
    """What a row is about, to be said again where it goes on upon the next page."""
    ink, word = Ink(fit.size, False, GREY), f" {setter.continued}"
    echo = list[Lane]()
    for at, (field, edge, width) in enumerate(zip(fields, edges, fit.widths, strict=False)):
        said = plain(field[0].value) + (" …" if len(field) > 1 else "") if field else ""
        # The longest one has something left to say until the end; the first other one tells that the row goes on.
        if said and len(row.lanes[at]) < row.lines:
            said, word = said + word, ""
        lane = setter.lane(said, edge, width - GUTTER, ink) if said else ()
        echo.append(lane if len(lane) <= ECHOED else ())
    return tuple(echo)


def _heading(setter: Setter, columns: Sequence[Column], fit: Fit, edges: Sequence[float]) -> Row:
    label, note = Ink(fit.size, True, ACCENT), Ink(max(fit.size - 1.5, LEAST), False, GREY)
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
    ink = Ink(max(fit.size - 1.0, LEAST), False, GREY)
    continued = row_of((setter.lane(setter.continued, 0.0, sheet.body_width, ink),), fit.size * PITCH)
    return continued, heading
