"""The workbook: the same register as tables to work in, one a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import citation, require
from ropa.model import (
    Commitment,
    Cookie,
    Exercise,
    Measure,
    Part,
    Party,
    Register,
    Retention,
    Storage,
)
from ropa.outline.cells import Cells
from ropa.outline.entries import WIDE, entries_table, shared_sections, spread_table, table_section
from ropa.outline.front import outline
from ropa.outline.letters import answer, beside, beside_letters, label, of_letters
from ropa.outline.moves import flows_table, transfers_section
from ropa.outline.page import Cell, Column, Outline, Section, Table
from ropa.outline.report import processor_table
from ropa.records import ControllerEntry, controller_records, processor_records

ALWAYS: tuple[tuple[type[Part], str, str | None], ...] = (
    (Retention, "retention", None),
    (Measure, "security", None),
    (Exercise, "rights", "exercise"),
)
IF_ANY: tuple[tuple[type[Part], str, str | None], ...] = (
    (Cookie, "cookies", None),
    (Commitment, "commitments", None),
    (Storage, "storage", None),
)


def workbook(register: Register, *, language: str, on: date, party: str | None = None) -> Outline:
    """A register as tables: both records, parties, agreements, flows, transfers, retention, measures, rights.

    The records are those of the holder, or of `party` if one is named. `UnknownLanguage` where the glossary does not speak the language.
    """
    words = Cells(register, require(language))
    return outline(words, on, tuple(_sections(words, on, party)), party)


def _sections(words: Cells, on: date, party: str | None) -> Iterator[Section]:
    register = words.register
    party = party or register.holder
    yield table_section(words, "sheet-controller", _controller(words, on, party))
    yield table_section(words, "sheet-processor", _processor(words, on, party))
    if party != register.holder:
        return  # somebody else's records: nothing of what the holder does beside them
    yield table_section(words, "parties", entries_table(words, Party, register.parties))
    yield table_section(words, "flows", flows_table(words, on))
    yield transfers_section(words, on)
    for part, field, inner in ALWAYS:
        yield table_section(words, field, spread_table(words, part, field, inner))
    for part, field, inner in IF_ANY:
        table = spread_table(words, part, field, inner)
        if table.rows:
            yield table_section(words, field, table)
    yield from shared_sections(words)


def _controller(words: Cells, on: date, party: str | None) -> Table:
    """One row per activity and controller; the letters of Article 30(1) always, other fields where any row has one."""
    held = [
        (record.party.key, entry)
        for record in controller_records(words.register, party, on=on)
        for entry in record.entries
    ]
    letters = of_letters()
    others = [one for one in beside_letters() if any(beside(words, entry, one) for _, entry in held)]
    heads = (
        Column(words.phrase("controller"), citation("30(1)(a)", words.language), 24),
        Column(words.phrase("activity"), width=26),
        *(Column(label(words, one), citation(one.article, words.language), WIDE) for one in letters),
        *(
            Column(
                one.label(words.language), citation(one.article, words.language) if one.article else "", 30
            )
            for one in others
        ),
    )

    def row(key: str, entry: ControllerEntry) -> tuple[tuple[Cell, ...], ...]:
        return (
            (
                Cell(words.party(key), target="parties"),
                *(Cell(words.reached(one)) for one in entry.joint_with),
            ),
            (Cell(words.text(entry.activity.name) or entry.activity.key),),
            *(answer(words, entry, one) for one in letters),
            *(beside(words, entry, one) for one in others),
        )

    return Table(heads, tuple(row(key, entry) for key, entry in held))


def _processor(words: Cells, on: date, party: str | None) -> Table:
    """One row per processor, controller and category of processing."""
    records = [one for one in processor_records(words.register, party, on=on) if one.rows]
    tables = [(record, processor_table(words, record)) for record in records]
    first = Column(words.phrase("processor"), citation("30(2)(a)", words.language), 24)
    heads = tables[0][1].columns if tables else ()
    return Table(
        (first, *heads),
        tuple(
            ((Cell(words.party(record.party.key), target="parties"),), *row)
            for record, table in tables
            for row in table.rows
        ),
    )
