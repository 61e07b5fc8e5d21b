"""The table of the processors below a party: what reads alike in several activities stands once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from ropa.glossary import citation
from ropa.model import Agreement, Flow, Party
from ropa.outline.contracts.engaged import Engaged
from ropa.outline.contracts.words import AnnexCells, Row
from ropa.outline.entries import filled_table
from ropa.outline.page import Column, Table
from ropa.outline.scope import Scope
from ropa.sharing import Link


class Together(NamedTuple):
    """A column that says of several activities together what is not the same in each."""

    cells: Callable[[Sequence[Link]], Row]


Columns = list[tuple[Column, Callable[[Link], Row] | Together]]
ACTIVITY = 1
"""Where the activities stand: after who it is."""


class Shape:
    """Which columns a table of processors can have, in one language."""

    def __init__(self, words: AnnexCells, say: Engaged, *, on_behalf: bool) -> None:
        self._words = words
        self._say = say
        self._who = words.annex("sub-processor") if on_behalf else words.phrase("processor")

    def _of_flow(self, key: str, width: int) -> Column:
        return Column(self._words.label(Flow, key), width=width)

    def short(self, *, transfers: bool = True) -> Columns:
        """Few and full columns, for a page. Papers and what they allow are for who keeps the register, and for the parties."""
        words, say = self._words, self._say
        papers = [(Column(words.phrase("agreement-and-authorisation"), width=38), say.papers)]
        found: Columns = [
            (Column(self._who, width=34, names=True), say.identity),
            (Column(words.annex("nature"), width=24), say.does),
            (self._of_flow("personal_data", 36), Together(say.carried)),
            (Column(words.annex("place"), width=34), say.place),
            (Column(words.annex("duration"), width=30), say.days),
            *(papers if words.shown.gaps else ()),
        ]
        if transfers:
            note = citation("44", words.language)
            found.append((Column(words.phrase("transfers"), note, 46), say.transfers))
        return found

    def apart(self) -> Columns:
        """Every fact in a column of its own, for a sheet."""
        words, say = self._words, self._say
        papers: Columns = [
            (self._of_flow("agreements", 36), say.agreement),
            (Column(words.phrase("authorisation"), width=30), say.authorisation),
            (Column(words.label(Agreement, "notice_days"), width=24), say.notice),
        ]
        return [
            (Column(self._who, width=30, names=True), say.who),
            (Column(words.label(Party, "country"), width=18), say.established),
            (Column(words.label(Party, "registration"), width=24), say.number),
            (self._of_flow("role", 20), say.open),
            (Column(words.annex("engager"), width=24), say.engager),
            (Column(words.annex("nature"), width=26), say.does),
            (self._of_flow("personal_data", 40), say.data),
            (self._of_flow("data_subjects", 28), say.people),
            (self._of_flow("countries", 20), say.countries),
            (self._of_flow("access_from", 20), say.reached_from),
            (self._of_flow("valid_from", 14), say.since),
            (self._of_flow("valid_until", 14), say.until),
            *(papers if words.shown.gaps else ()),
            (Column(words.phrase("transfers"), citation("44", words.language), 60), say.transfers),
        ]

    def described(self) -> Columns:
        """What the description of a transfer says of each: subject-matter, nature and duration."""
        words, say = self._words, self._say
        return [
            (Column(self._who, width=30, names=True), say.who),
            (Column(words.annex("subject-matter"), width=50), Together(say.carried)),
            (Column(words.annex("nature"), width=30), say.does),
            (Column(words.annex("duration"), width=24), say.days),
        ]

    def named(self) -> Columns:
        """What a list of sub-processors in an annex says of each: who, where to reach it, what it does, where."""
        words, say = self._words, self._say
        return [
            (Column(self._who, width=34, names=True), say.identity),
            (Column(words.label(Party, "contact"), width=34), say.contact),
            (Column(words.annex("nature"), width=26), say.does),
            (Column(words.annex("place"), width=28), say.place),
            (Column(words.phrase("agreement-and-authorisation"), width=38), say.papers),
        ]


def table(words: AnnexCells, on: date, links: Iterable[Link], columns: Columns) -> Table:
    """A row for each processor and what is the same of it, by name; with the activities it holds for."""
    scope = Scope(words, on)
    alike: dict[tuple[str, tuple[Row, ...]], list[Link]] = {}
    for link in sorted(links, key=lambda link: (words.party(link.recipient).casefold(), link.recipient)):
        same = tuple(() if isinstance(cells, Together) else cells(link) for _, cells in columns)
        alike.setdefault((link.recipient, same), []).append(link)
    heads = [head for head, _ in columns]
    heads.insert(ACTIVITY, Column(words.annex("activity"), width=22))
    rows = []
    for (_, same), held in alike.items():
        row = [
            cells.cells(held) if isinstance(cells, Together) else said
            for (_, cells), said in zip(columns, same, strict=True)
        ]
        row.insert(ACTIVITY, scope.cells(link.activity for link in held))
        rows.append(tuple(row))
    return filled_table(heads, rows)
