"""The record of Article 30(2) on paper: on whose behalf, what, with which data, to which third countries, how secured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ropa.fields import card
from ropa.glossary import citation
from ropa.model import Flow, Hop, Party
from ropa.outline.by_activity import activity_name, by_activity
from ropa.outline.cells import Cells
from ropa.outline.flows import ALL, carried
from ropa.outline.front import who_for
from ropa.outline.moves import transfer_line
from ropa.outline.page import Block, Cell, Column, Line, Lines, Table
from ropa.records import ProcessorRecord, ProcessorRow, ProcessorShare
from ropa.sharing.borne import Borne

SECURITY = "security"
PROCESSING = "processing"
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
    held = tuple(records)
    carries = [card(Flow, key) for key in ALL]
    heads = [Column(words.phrase(key), citation(article, words.language), 30) for key, article in LETTERS]
    secured = words.shown.field(Party, SECURITY)
    if not secured:
        heads.pop()
    several = any(map(_several, held))
    heads[CATEGORY:CATEGORY] = [
        *([Column(words.phrase("activity"), width=24)] if several else []),
        *(Column(one.label(words.language), width=26) for one in carries),
    ]
    heads[0] = Column(heads[0].label, heads[0].note, heads[0].width, names=True)
    first = Column(words.phrase("processor"), citation("30(2)(a)", words.language), 24, names=True)
    return Table(
        ((first,) if named else ()) + tuple(heads),
        tuple(
            (*(((Cell(words.party(record.party.key), target="parties"),),) if named else ()), *row)
            for record in held
            for row in _rows(words, record, secured=secured, several=several)
        ),
    )


def processor_blocks(words: Cells, record: ProcessorRecord) -> tuple[Block, ...]:
    """A 30(2) record for a page: the rows, and below them the measures, each set once and over the whole width.

    Where not all rows have the same ones, the sets are numbered and each row says which it has.
    """
    table = processor_table(words, [record])
    if not words.shown.field(Party, SECURITY) or not table.rows:
        return (table,)
    every = [_own(words, record, row) for row in record.rows]
    head = table.columns[-1]
    rows = [row[:-1] for row in table.rows]
    if len(set(every)) == 1:
        below = Lines((Line(head.label, every[0], head.note),))
        return (Table(table.columns[:-1], tuple(rows)), below)
    sets = dict.fromkeys(own for own, row in zip(every, record.rows, strict=True) if row.security)
    number = {own: at for at, own in enumerate(sets, start=1)}
    told = [
        (Cell(number[own]),) if row.security else own for own, row in zip(every, record.rows, strict=True)
    ]
    below = Lines(tuple(Line(f"{head.label} {at}", own, head.note) for own, at in number.items()))
    return (
        Table(
            (*table.columns[:-1], replace(head, width=10)),
            tuple((*row, one) for row, one in zip(rows, told, strict=True)),
        ),
        below,
    )


def _own(words: Cells, record: ProcessorRecord, row: ProcessorRow) -> tuple[Cell, ...]:
    """The measures of a row, or why there are none."""
    if not row.security:
        return words.absence(record.party.absences.get(SECURITY))
    return by_activity(
        words,
        {
            share.activity: tuple(
                Cell(words.part(words.register.measure(said.value))) for said in share.security
            )
            for share in row.shares
        },
    )


def _rows(
    words: Cells, record: ProcessorRecord, *, secured: bool, several: bool
) -> Iterator[tuple[tuple[Cell, ...], ...]]:
    received: dict[tuple[str, str], list[Hop]] = {}
    for hop in words.register.flows(party=record.party.key, on=record.on):
        if hop.is_processor and hop.recipient == record.party.key:
            received.setdefault((hop.activity, hop.path), []).append(hop)
    measures = _Measures(words, record)
    for row in record.rows:
        hops = {share.activity: [*_hops(row, share, received)] for share in row.shares}
        yield (
            who_for(words, row.controller),
            _category(words, row, hops),
            *([_activities(words, row)] if several else []),
            *(
                by_activity(
                    words,
                    {
                        key: _carried(words, held, field, row.controller.key, record.on)
                        for key, held in hops.items()
                    },
                )
                for field in ALL
            ),
            by_activity(words, {share.activity: _moved(words, share) for share in row.shares}),
            *([measures.cells(row)] if secured else []),
        )


def _hops(
    row: ProcessorRow, share: ProcessorShare, received: Mapping[tuple[str, str], list[Hop]]
) -> Iterator[Hop]:
    for path in share.paths:
        for hop in received.get((share.activity, path), ()):
            if row.controller.key in hop.controllers or len(hop.controllers) < 2:
                yield hop


def _several(record: ProcessorRecord) -> bool:
    """Whether the rows are about more than one activity: only then they say which."""
    return len({share.activity for row in record.rows for share in row.shares}) > 1


def _activities(words: Cells, row: ProcessorRow) -> tuple[Cell, ...]:
    return tuple(Cell(activity_name(words, share.activity)) for share in row.shares if share.activity)


def _category(words: Cells, row: ProcessorRow, hops: Mapping[str, list[Hop]]) -> tuple[Cell, ...]:
    """What is done, or why that is not stated."""
    if row.category is not None:
        return (Cell(words.term(PROCESSING, row.category)),)
    silent = (hop.flow.absences.get(PROCESSING) for held in hops.values() for hop in held)
    return words.absence(next((one for one in silent if one), None))


def _moved(words: Cells, share: ProcessorShare) -> tuple[Cell, ...]:
    found = tuple(transfer_line(words, one) for one in share.transfers)
    return found or words.absence(share.no_transfers)


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
    record: ProcessorRecord
    written: dict[tuple[Cell, ...], str] = field(default_factory=dict)

    def cells(self, row: ProcessorRow) -> tuple[Cell, ...]:
        words = self.words
        own = _own(words, self.record, row)
        if not row.security:
            return own
        if own in self.written:
            return (Cell(words.phrase("same-measures", row=self.written[own])),)
        category = f" ({words.term(PROCESSING, row.category)})" if row.category is not None else ""
        self.written[own] = f"{words.party(row.controller.key)}{category}"
        return own
