"""How far the provisions are answered: of how many entries each is asked, and in which ways they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ropa.glossary import citation
from ropa.outline.cells import Cells
from ropa.outline.page import Cell, Column, Paragraph, Section, Table

if TYPE_CHECKING:
    from ropa.rules import Coverage

KEY = "coverage"
PARTS = ("30(1)", "30(2)", "13", "14")
"""The provisions a register answers, in whole."""


def coverage_section(words: Cells, coverage: Iterable[Coverage]) -> Section:
    """To be read: a table for each article, the answers in words."""
    held = [one for one in coverage if one.asked]
    below = (
        Section(f"{KEY}:{part}", _whole(words, part), (_in_words(words, asked),))
        for part in PARTS
        if (asked := [one for one in held if _is_of(one, part)])
    )
    return Section(KEY, words.check(KEY), (Paragraph(words.audit("coverage-intro")),), tuple(below))


def coverage_sheet(words: Cells, coverage: Iterable[Coverage]) -> Iterator[Section]:
    """To work with: one table, each way of answering a column; none where nothing is asked."""
    held = [one for one in coverage if one.asked]
    if not held:
        return
    states = [state for state in held[0].STATES if any(getattr(one, state) for one in held)]
    heads = (
        *_heads(words, 60),
        _number(words.audit("asked")),
        *(_number(words.check(f"state-{state}")) for state in states),
        Column(words.audit("in-words"), width=70),
    )
    rows = tuple(
        (
            *_asks(words, one),
            (Cell(one.asked),),
            *((Cell(getattr(one, state)),) for state in states),
            answers(words, one),
        )
        for one in held
    )
    blocks = (Paragraph(words.audit("coverage-intro")), Table(heads, rows))
    yield Section(KEY, words.check(KEY), blocks)


def _is_of(one: Coverage, part: str) -> bool:
    return one.article == part or one.article.startswith(f"{part}(")


def _whole(words: Cells, part: str) -> str:
    said = citation(part, words.language)
    return f"{said[:1].upper()}{said[1:]}"


def _heads(words: Cells, width: int) -> tuple[Column, Column]:
    return (
        Column(words.check("head-provision"), width=34, names=True),
        Column(words.audit("what-it-asks"), width=width),
    )


def _number(label: str) -> Column:
    return Column(label, width=16, kind="number")


def _asks(words: Cells, one: Coverage) -> tuple[tuple[Cell, ...], ...]:
    return (Cell(citation(one.article, words.language)),), (Cell(one.label(words.language)),)


def answers(words: Cells, one: Coverage) -> tuple[Cell, ...]:
    """How it is answered, a phrase for each way."""
    return tuple(
        Cell(words.check(state, number=number), muted=state in ("unknown", "blank"))
        for state in one.STATES
        if (number := getattr(one, state))
    )


def _in_words(words: Cells, asked: Iterable[Coverage]) -> Table:
    heads = (*_heads(words, 40), _number(words.audit("asked")), Column(words.audit("in-words"), width=40))
    rows = ((*_asks(words, one), (Cell(one.asked),), answers(words, one)) for one in asked)
    return Table(heads, tuple(rows))
