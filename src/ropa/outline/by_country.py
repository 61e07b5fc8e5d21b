"""Transfers gathered by country: how they stand, to whom they go, for which activities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from ropa.fields import called, card
from ropa.model import Activity, Flow
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table
from ropa.outline.moves import card_note
from ropa.outline.page import Cell, Column, Paragraph, Section
from ropa.outline.scope import Scope
from ropa.transfer import Judged, judged

KEY = "by-country"
MANY = 20
"""Of more recipients than so many the first are named."""


def by_country(words: Cells, scope: Scope, on: date) -> Iterator[Section]:
    """A row for each country outside the EEA; no section where data go to none."""
    held = of_countries(words, on)
    judging = words.shown.judged
    heads = (
        Column(words.phrase("third-country"), card_note(words), 22, names=True),
        *(
            (Column(words.phrase("how-it-stands"), width=38), Column(words.phrase("decision"), width=14))
            if judging
            else ()
        ),
        Column(card(Flow, "recipient").label(words.language), width=36),
        Column(called(Activity, words.language, many=True), width=40),
    )
    rows = [
        (
            (Cell(words.country(country)),),
            *(_judged(words, found) if judging else ()),
            tuple(_recipients(words, found)),
            scope.cells(one.transfer.activity for one in found),
        )
        for country, found in held.items()
    ]
    if rows:
        intro = words.brief("by-country-intro" if judging else "by-country-to-whom")
        told = (Paragraph(intro), filled_table(heads, rows))
        yield Section(KEY, words.brief(KEY), told)


def _judged(words: Cells, found: list[Judged]) -> tuple[tuple[Cell, ...], ...]:
    """How the transfers to a country stand, and by which decisions."""
    numbers = dict.fromkeys(number for one in found for number in one.relies_on)
    return tuple(standings(words, found)), tuple(Cell(number) for number in numbers)


def of_countries(words: Cells, on: date) -> dict[str, list[Judged]]:
    """The transfers of a day by country, those with most of them first."""
    held: dict[str, list[Judged]] = {}
    for one in judged(words.register, on=on, tables=words.tables):
        held.setdefault(one.transfer.country, []).append(one)
    return dict(sorted(held.items(), key=lambda item: -len(item[1])))


def standings(words: Cells, found: Iterable[Judged]) -> Iterator[Cell]:
    """How transfers stand, the weakest first, with the number of each: what is written once counts once."""
    written = {
        (one.transfer.path, one.transfer.recipient, one.transfer.country): one.verdict.standing
        for one in sorted(found, key=lambda one: one.verdict.standing)
    }
    held = Counter(written.values())
    for standing in sorted(held, reverse=True):
        said = words.phrase(f"standing.{standing.value}")
        yield Cell(words.brief("standing-count", standing=said, number=held[standing]))


def _recipients(words: Cells, found: list[Judged]) -> Iterator[Cell]:
    keys = [*dict.fromkeys(one.transfer.recipient for one in found if one.transfer.recipient)]
    for key in keys[:MANY]:
        yield Cell(words.party(key), target="parties")
    if len(keys) > MANY:
        yield Cell(words.brief("others", number=len(keys) - MANY), muted=True)
