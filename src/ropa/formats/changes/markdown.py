"""Changes as Markdown: a table for each weight, for a pull request, a wiki or the minutes of a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from ropa.changes import Changes, Row
from ropa.formats.findings.markdown import escaped
from ropa.glossary import phrase, require

HEADS = ("kind", "place", "before", "after", "article")
"""The columns, by the names of the cells of a row."""


def write(changes: Changes, language: str | None = None) -> str:
    """A heading, the day, and a table for each weight that occurs."""
    return "\n".join(_lines(changes, require(language or changes.language)))


def _lines(changes: Changes, language: str) -> Iterator[str]:
    yield f"# {phrase('changes.title', language)}"
    yield ""
    if changes.on:
        yield phrase("check.as-of", language, on=changes.on.isoformat())
        yield ""
    for said in changes.remarks(language):
        yield f"**{escaped(said)}**"
        yield ""
    if not changes:
        yield phrase("changes.nothing", language)
    for weight, rows in groupby(changes.rows(language), attrgetter("weight")):
        yield f"## {phrase(f'changes.weight-{weight}', language)}"
        yield ""
        yield from _table(tuple(rows), language)
        yield ""


def _table(rows: Sequence[Row], language: str) -> Iterator[str]:
    yield _row([phrase(f"changes.head-{one}", language) for one in HEADS])
    yield "|" + " --- |" * len(HEADS)
    yield from (_row([getattr(row, one) for one in HEADS]) for row in rows)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"
