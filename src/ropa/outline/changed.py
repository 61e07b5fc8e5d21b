"""What changed since an earlier register, what to look at first coming first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from ropa.fields import card
from ropa.glossary import phrase
from ropa.model import Register
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table
from ropa.outline.page import Block, Cell, Column, Paragraph, Section, Table
from ropa.outline.pointing import Pointing

if TYPE_CHECKING:
    from ropa.changes import Change, Changes, Row

KEY = "changes"
MANY, SHOWN = 300, 10
"""Of more changes than so many, a document to be read shows so many of each kind."""
WIDTHS = {"kind": 34, "place": 34, "before": 44, "after": 44, "article": 22}
"""The columns, by the names of the cells of a row."""
OF_THE_OLD = ("version", "adopted", "status")
"""By what an earlier register is known."""

Fields = tuple[tuple[Cell, ...], ...]


def changes_sheet(words: Cells, changes: Changes, pointing: Pointing) -> Section:
    """To work with: all changes in one table, how soon to look at each and its path in columns of their own."""
    heads = (
        Column(_says(words, "head-weight"), width=26),
        *_heads(words),
        Column(words.audit("path"), width=26),
    )
    rows = [
        ((Cell(_weight(words, row.weight)),), *cells, (Cell(row.where),) if row.where else ())
        for row, cells in _rows(words, changes, pointing)
    ]
    table = (filled_table(heads, rows),) if rows else ()
    return Section(KEY, _says(words, "title"), (*_intro(words, changes), *table), short=_says(words, "short"))


def changes_section(words: Cells, changes: Changes, pointing: Pointing) -> Section:
    """To be read: a table for each weight; of very many the first of each kind, with their number."""
    rows = _rows(words, changes, pointing)
    blocks: list[Block] = [*_intro(words, changes)]
    if len(changes) > MANY:
        blocks.append(Paragraph(_says(words, "shortened", number=len(changes), shown=SHOWN)))
        blocks.append(_per_kind(words, (row for row, _ in rows)))
        rows = [*_first(rows)]
    below = (
        Section(
            f"{KEY}:{weight}",
            _weight(words, weight),
            (filled_table(_heads(words), [cells for _, cells in held]),),
        )
        for weight, held in groupby(rows, lambda one: one[0].weight)
    )
    return Section(KEY, _says(words, "title"), tuple(blocks), tuple(below), short=_says(words, "short"))


def _intro(words: Cells, changes: Changes) -> Iterator[Paragraph]:
    old = changes.old
    known = [
        words.labelled(one, words.say(value, one))
        for one in (card(Register, key) for key in OF_THE_OLD)
        if (value := getattr(old, one.attribute))
    ]
    key = "compared-with" if known else "compared"
    yield Paragraph(_says(words, key, what=words.semicolon.join(known)))
    if not changes:
        yield Paragraph(phrase("changes.nothing", words.language))


def _heads(words: Cells) -> tuple[Column, ...]:
    return tuple(
        Column(phrase(f"changes.head-{key}", words.language), width=width, names=key == "kind")
        for key, width in WIDTHS.items()
    )


def _rows(words: Cells, changes: Changes, pointing: Pointing) -> list[tuple[Row, Fields]]:
    rows = changes.rows(words.language)
    return [(row, _cells(one, row, pointing)) for one, row in zip(changes, rows, strict=True)]


def _cells(one: Change, row: Row, pointing: Pointing) -> Fields:
    """A change in cells; its place leads to the entry, which is there still or has only now come."""
    there = one.after is not None or any(step.after is not None for step in one.trail[-1:])
    target = pointing.at(row.where).target if there and row.where else None
    leading = "place" if row.place else "after"
    return tuple(
        (Cell(said, target=target if key == leading else None),) if (said := getattr(row, key)) else ()
        for key in WIDTHS
    )


def _per_kind(words: Cells, rows: Iterable[Row]) -> Table:
    """How many changes there are of each kind."""
    heads = (
        Column(phrase("changes.head-kind", words.language), width=60, names=True),
        Column(_says(words, "head-weight"), width=30),
        Column(words.audit("number"), width=12, kind="number"),
    )
    held = Counter((row.weight, row.kind) for row in rows)
    return Table(
        heads,
        tuple(
            ((Cell(kind),), (Cell(_weight(words, weight)),), (Cell(number),))
            for (weight, kind), number in held.items()
        ),
    )


def _first(rows: Iterable[tuple[Row, Fields]]) -> Iterator[tuple[Row, Fields]]:
    seen: Counter[tuple[int, str]] = Counter()
    for row, cells in rows:
        seen[row.weight, row.kind] += 1
        if seen[row.weight, row.kind] <= SHOWN:
            yield row, cells


def _weight(words: Cells, weight: int) -> str:
    return phrase(f"changes.weight-{weight}", words.language)


def _says(words: Cells, key: str, **values: object) -> str:
    return phrase(f"changed.{key}", words.language, **values)
