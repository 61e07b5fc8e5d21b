"""The record of Article 30(2) on paper: on whose behalf, what, with which data, to which third countries, how secured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from ropa.fields import card
from ropa.glossary import citation
from ropa.model import Flow, Hop, Party
from ropa.outline.cells import Cells
from ropa.outline.flows import ALL, carried
from ropa.outline.moves import transfer_line
from ropa.outline.page import Block, Cell, Column, Line, Lines, Table
from ropa.records import ProcessorRecord, ProcessorRow
from ropa.sharing.borne import Borne

SECURITY = "security"
LETTERS = (
    ("on-behalf-of", "30(2)(a)"),
    ("category", "30(2)(b)"),
    ("transfers", "30(2)(c)"),
    (SECURITY, "30(2)(d)"),
)
CATEGORY = 2
"""So many letters stand before what the processor may see."""


def processor_table(words: Cells, records: Iterable[ProcessorRecord], *, named: bool = False) -> Table:
    """The rows of 30(2) records; with `named`, the processor stands in front of each.

    Measures that are those of an earlier row are not written out again: the row names that one.
    """
    carries = [card(Flow, key) for key in ALL]
    heads = [Column(words.phrase(key), citation(article, words.language), 30) for key, article in LETTERS]
    secured = words.shown.field(Party, SECURITY)
    if not secured:
        heads.pop()
    heads[CATEGORY:CATEGORY] = [Column(one.label(words.language), width=26) for one in carries]
    heads[0] = Column(heads[0].label, heads[0].note, heads[0].width, names=True)
    first = Column(words.phrase("processor"), citation("30(2)(a)", words.language), 24, names=True)
    return Table(
        ((first,) if named else ()) + tuple(heads),
        tuple(
            (*(((Cell(words.party(record.party.key), target="parties"),),) if named else ()), *row)
            for record in records
            for row in _rows(words, record, secured=secured)
        ),
    )


def processor_blocks(words: Cells, record: ProcessorRecord) -> tuple[Block, ...]:
    """A 30(2) record for a page: the rows, and below them the measures, each set once and over the whole width.

    Where not all rows have the same ones, the sets are numbered and each row says which it has.
    """
    table = processor_table(words, [record])
    if not words.shown.field(Party, SECURITY) or not table.rows:
        return (table,)
    sets = list(dict.fromkeys(_own(words, row) for row in record.rows))
    head = table.columns[-1]
    rows = [row[:-1] for row in table.rows]
    if len(sets) == 1:
        below = Lines((Line(head.label, sets[0] or words.absence(None), head.note),))
        return (Table(table.columns[:-1], tuple(rows)), below)
    number = {own: at for at, own in enumerate(filter(None, sets), start=1)}
    told = [(Cell(number[own]),) if (own := _own(words, row)) else words.absence(None) for row in record.rows]
    below = Lines(tuple(Line(f"{head.label} {at}", own, head.note) for own, at in number.items()))
    return (
        Table(
            (*table.columns[:-1], replace(head, width=10)),
            tuple((*row, one) for row, one in zip(rows, told, strict=True)),
        ),
        below,
    )


def _own(words: Cells, row: ProcessorRow) -> tuple[Cell, ...]:
    """The measures of a row."""
    return tuple(Cell(words.part(words.register.measure(said.value))) for said in row.security)


def _rows(words: Cells, record: ProcessorRecord, *, secured: bool) -> Iterator[tuple[tuple[Cell, ...], ...]]:
    received: dict[str, list[Hop]] = {}
    for hop in words.register.flows(party=record.party.key, on=record.on):
        if hop.is_processor and hop.recipient == record.party.key:
            received.setdefault(hop.path, []).append(hop)
    measures = _Measures(words)
    for row in record.rows:
        hops = [
            hop
            for path in row.paths
            for hop in received.get(path, ())
            if row.controller.key in hop.controllers or len(hop.controllers) < 2
        ]
        name = words.reached(row.controller)
        yield (
            (Cell(name, target="parties"),),
            (Cell(_category(words, row)),) if row.category is not None else words.absence(None),
            *(_carried(words, hops, key, row.controller.key, record.on) for key in ALL),
            tuple(transfer_line(words, one) for one in row.transfers) or words.absence(None),
            *([measures.cells(row)] if secured else []),
        )


def _category(words: Cells, row: ProcessorRow) -> str:
    return words.term("processing", row.category)


def _carried(words: Cells, hops: Iterable[Hop], key: str, controller: str, on: date) -> tuple[Cell, ...]:
    """What the processor may see for a controller: of the data the flows name its own; without purposes, which it says."""
    found: dict[str, list[Hop]] = {}
    for hop in hops:
        found.setdefault(hop.path, []).append(hop)
    said = (cell for held in found.values() for cell in _of_flow(words, held, key, controller, on))
    return tuple(dict.fromkeys(said)) or words.absence(None)


def _of_flow(words: Cells, hops: list[Hop], key: str, controller: str, on: date) -> tuple[Cell, ...]:
    """All data of an activity are spelled out: the activity itself is not in this record."""
    one = card(Flow, key)
    named = dict.fromkeys(
        value
        for hop in hops
        for value in Borne.of(words.register, hop.activity, on).named(hop, one.attribute, (controller,))
    )
    return words.cells(tuple(named), one) if named else carried(words, hops, one)


@dataclass(slots=True)
class _Measures:
    """Writes each set of measures once, and names the row that has it from then on."""

    words: Cells
    written: dict[tuple[Cell, ...], str] = field(default_factory=dict)

    def cells(self, row: ProcessorRow) -> tuple[Cell, ...]:
        words = self.words
        own = _own(words, row)
        if not own:
            return words.absence(None)
        if own in self.written:
            return (Cell(words.phrase("same-measures", row=self.written[own])),)
        category = f" ({_category(words, row)})" if row.category is not None else ""
        self.written[own] = f"{words.party(row.controller.key)}{category}"
        return own
