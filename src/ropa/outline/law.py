"""The dated law a register rests on: the decisions and clauses its transfers turn on, each with its days and source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.errors import UnknownEntry
from ropa.glossary import phrase
from ropa.law import Clauses, Decision, standard
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table
from ropa.outline.page import Cell, Column, Paragraph, Section
from ropa.transfer import judged

KEY = "law"


def law_section(words: Cells, on: date) -> Iterator[Section]:
    """A row for each decision or set of clauses; no section where no transfer turns on any."""
    heads = (
        Column(words.phrase("decision"), width=13, names=True),
        Column(words.brief("what"), width=26),
        Column(words.brief("whom"), width=34),
        Column(words.brief("since"), width=13),
        Column(words.brief("until"), width=13),
        Column(words.brief("remarks"), width=36),
        Column(words.brief("source"), width=44),
        Column(words.brief("looked-up"), width=13),
    )
    if not words.shown.judged:
        return
    rows = [
        (
            (Cell(one.number),),
            *(_decision(words, one) if isinstance(one, Decision) else _clauses(words, one)),
            (Cell(one.since),),
            (Cell(one.until),) if one.until else (),
            tuple(Cell(said) for said in _remarks(words, one)),
            (Cell(one.source),),
            (Cell(one.checked_on),),
        )
        for one in _rows(words, on)
    ]
    if rows:
        told = (Paragraph(words.brief("law-intro")), filled_table(heads, rows))
        yield Section(KEY, words.brief(KEY), told, short=words.brief("tab.law"))


def _rows(words: Cells, on: date) -> Iterator[Decision | Clauses]:
    numbers = dict.fromkeys(
        number
        for one in judged(words.register, on=on, tables=words.tables)
        for number in (*one.relies_on, one.verdict.decision, *(each.decision for each in one.fallen))
        if number
    )
    tables = words.tables or standard()
    for number in sorted(numbers):
        for found in (tables.decision, tables.clauses):
            try:
                yield found(number)
            except UnknownEntry:
                continue


def _decision(words: Cells, one: Decision) -> Iterator[tuple[Cell, ...]]:
    yield (Cell(_says(words, f"kind-{one.kind.value}")),)
    whom = " / ".join(one.names) or words.phrase("comma").join(map(words.country, one.countries))
    yield Cell(whom), Cell(_says(words, f"scope-{one.scope.value}"))


def _clauses(words: Cells, one: Clauses) -> Iterator[tuple[Cell, ...]]:
    yield (Cell(words.term("grounds", "standard-contractual-clauses")),)
    yield tuple(
        Cell(_says(words, "module", module=fit.module, roles=roles) if fit.module else roles)
        for fit in one.parties
        for roles in [" → ".join(words.term("roles", role) for role in (fit.sender, fit.recipient))]
    )


def _remarks(words: Cells, one: Decision | Clauses) -> Iterator[str]:
    if one.ended_by:
        yield _says(words, "ended-by", what=one.ended_by)
    if isinstance(one, Clauses):
        if one.new_until:
            yield _says(words, "new-until", day=one.new_until)
        if not one.transfer_tool:
            yield _says(words, "no-transfer-tool")
    elif one.hr_apart:
        yield _says(words, "hr-apart")
    if not one.verified:
        yield _says(words, "not-verified")


def _says(words: Cells, key: str, **values: object) -> str:
    return phrase(f"explain.{key}", words.language, **values)
