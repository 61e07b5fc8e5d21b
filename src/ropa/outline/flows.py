"""The table of flows: each once, however many activities it holds for, with their defaults filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.fields import FieldCard
from ropa.law import Ground
from ropa.model import Flow, Hop, Register
from ropa.outline.cells import Cells
from ropa.outline.entries import NOTHING, column, field_cells, filled, gathered_cells, parted, table_section
from ropa.outline.page import Cell, Column, Paragraph, Section, Table
from ropa.outline.scope import Scope
from ropa.transfer import grounds_of
from ropa.wording import role_of

ALL = {"personal_data": "all-data", "data_subjects": "all-people"}
"""What a flow carries that names nothing: all there is of the activity."""
WHO_AND_WHAT = frozenset(
    {"sender", "recipient", "role", "processing", "personal_data", "agreements", "countries"}
)
"""Fields of a flow that have a column of their own, however few are shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """One flow as the register states it, for one sender and recipient: with every activity it holds for."""

    hops: tuple[Hop, ...]
    grounds: tuple[Ground, ...]
    """On what it rests, agreements and listings included."""

    @property
    def told(self) -> Flow:
        """What the register says of it."""
        return self.hops[0].flow

    def value(self, one: FieldCard) -> Any:
        """The value of a field; a default is filled in where it is the same for all."""
        if one.key == "grounds":
            return self.grounds
        if one.key in ALL:
            return getattr(self.told, one.attribute) or True
        if one.key == "agreements":
            return tuple(dict.fromkeys(key for hop in self.hops for key in hop.agreements))
        return getattr(self.hops[0] if one.attribute in Hop.__slots__ else self.told, one.attribute)


def written(register: Register, on: date) -> tuple[Row, ...]:
    """The flows of a day as the register writes them: a row for each sender and recipient of each."""
    grouped: dict[tuple[str, str, str], list[Hop]] = {}
    for hop in register.flows(on=on):
        grouped.setdefault(_place(hop), []).append(hop)
    return tuple(
        Row(
            tuple(held), grounds_of(register, held[0], (*held[0].countries, *held[0].flow.access_from), on=on)
        )
        for held in grouped.values()
    )


def _place(hop: Hop) -> tuple[str, str, str]:
    return hop.path, hop.sender, hop.recipient


def _value(held: Row, one: FieldCard) -> Any:
    return held.value(one)


def _stated(held: Row, one: FieldCard) -> Any:
    """The value of a field as the flow itself states it."""
    return getattr(held.told, one.attribute) if one.key in ALL else held.value(one)


def flows_section(words: Cells, scope: Scope, on: date, most: int | None = None) -> Section:
    """The flows of the day under their heading, and how many they are; with `most`, only so many columns."""
    rows = written(words.register, on)
    section = table_section(words, "flows", flows_table(words, scope, rows, most))
    if not rows:
        return section
    counted = words.phrase("flows-counted", written=len(rows), hops=sum(len(held.hops) for held in rows))
    elsewhen = len({_place(hop) for hop in words.register.flows()}) - len(rows)
    if elsewhen > 0:
        title = words.phrase("another-day")
        counted += f" {words.phrase('flows-another-day', number=elsewhen, title=title)}"
    return Section(section.key, section.title, (Paragraph(counted), *section.blocks), short=section.short)


def flows_table(words: Cells, scope: Scope, rows: tuple[Row, ...], most: int | None = None) -> Table:
    """A row for each flow: for which activities, from whom, to whom, as what, with which data."""
    chosen = [one for one in filled(Flow, rows, _value) if one.key != "key"]
    apart, gathered = parted(chosen, rows, _stated, most, WHO_AND_WHAT)
    heads = [
        Column(words.phrase("activity"), width=26, names=True),
        *(column(words, one, names=one.key in ("sender", "recipient")) for one in apart),
    ]
    if gathered:
        heads.append(Column(words.phrase("further"), width=30))
    return Table(
        tuple(heads),
        tuple(
            (
                scope.cells((hop.activity for hop in held.hops), general=held.hops[0].general),
                *(flow_cells(words, held, one) for one in apart),
                *([tuple(_gathered(words, held, gathered))] if gathered else []),
            )
            for held in rows
        ),
    )


def _gathered(words: Cells, held: Row, gathered: list[FieldCard]) -> Iterator[Cell]:
    for one in gathered:
        if one.key not in ALL:
            yield from gathered_cells(words, held, [one], _value)
        elif getattr(held.told, one.attribute) or one.key in held.told.absences:
            said = words.phrase("comma").join(str(cell.value) for cell in flow_cells(words, held, one))
            yield Cell(f"{one.label(words.language)}{words.colon}{said}")


def flow_cells(words: Cells, held: Row, one: FieldCard) -> tuple[Cell, ...]:
    """What a flow says in one field."""
    if one.key in ALL:
        return carried(words, held.hops, one)
    if one.key == "role":
        first = held.hops[0]
        said = f"{role_of(words, first)}{words.reading(first.flow, one.key)}"
        return (Cell(said, muted=not (first.role or first.source or first.returned)),)
    if one.key == "agreements":
        return _agreements(words, held.hops, one)
    value = held.value(one)
    return field_cells(words, value, one, held.told) if value not in NOTHING else ()


def carried(words: Cells, hops: Iterable[Hop], one: FieldCard) -> tuple[Cell, ...]:
    """Which data a flow carries, or whose: those it names, all of the activity, or that and why it is not known."""
    held = tuple(hops)
    flow = held[0].flow
    named = getattr(flow, one.attribute)
    if named:
        return words.cells(named, one, flow)
    if one.key in flow.absences:
        return words.absence(flow.absences[one.key])
    every = words.phrase(ALL[one.key])
    if any(getattr(hop, one.attribute) for hop in held):
        return (Cell(every),)
    return (Cell(words.phrase("which-not-stated", all=every), muted=True),)


def _agreements(words: Cells, hops: tuple[Hop, ...], one: FieldCard) -> tuple[Cell, ...]:
    """The agreements of a flow; one that is not for all of its activities says for which."""
    found: dict[str, list[str]] = {}
    for hop in hops:
        for key in hop.agreements:
            found.setdefault(key, []).append(hop.activity)
    cells = []
    for key, activities in found.items():
        (cell,) = words.cells((key,), one, hops[0].flow)
        if len(activities) < len(hops):
            names = (words.text(words.register.activity(key).name) or key for key in activities)
            cell = Cell(f"{cell.value} ({words.phrase('comma').join(names)})")
        cells.append(cell)
    return tuple(cells)
