"""When processors come and go: what is planned first, then what was, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ropa.outline.contracts.engaged import Engaged
from ropa.outline.contracts.words import AnnexCells, Row
from ropa.outline.entries import filled_table
from ropa.outline.page import Cell, Column, Paragraph, Section
from ropa.outline.scope import Scope
from ropa.sharing import Link

KEY = "dated-changes"
NARROW, WIDE = 14, 30


class Turn(NamedTuple):
    """A day on which a processor begins, or its last one."""

    day: date
    begins: bool
    link: Link

    def planned(self, on: date) -> bool:
        """Whether it is still to come: a last day that is today is not over."""
        return self.day > on or (not self.begins and self.day == on)


def turns(links: Iterable[Link]) -> list[Turn]:
    """Every dated beginning and end, the latest first."""
    found = [*_turns(links)]
    found.sort(key=lambda one: (one.day, one.begins), reverse=True)
    return found


def _turns(links: Iterable[Link]) -> Iterator[Turn]:
    for link in links:
        for begins, day in ((True, link.hop.first_day), (False, link.hop.last_day)):
            if day:
                yield Turn(day, begins, link)


def changes(words: AnnexCells, on: date, links: Iterable[Link], say: Engaged, *, on_behalf: bool) -> Section:
    """The dated changes among processors, to who keeps the register with the notice agreed; that no day is recorded."""
    scope, told = Scope(words, on), words.shown.gaps
    alike: dict[tuple[Row, ...], list[str]] = {}
    for one in turns(links):
        link = one.link
        what = words.annex("begins" if one.begins else "last-day")
        row = (
            (Cell(one.day),),
            (Cell(words.annex("planned" if one.planned(on) else "past")),),
            (Cell(what),),
            say.who(link),
            say.does(link),
            say.place(link),
            *((say.notice(link),) if told else ()),
        )
        alike.setdefault(row, []).append(link.activity)
    title = words.annex("changes")
    if not alike:
        return Section(KEY, title, (Paragraph(words.annex("changes-none"), muted=True),))
    heads = (
        Column(words.annex("day"), width=NARROW, kind="date", names=True),
        Column(words.annex("state"), width=NARROW),
        Column(words.annex("change"), width=NARROW),
        Column(words.annex("sub-processor") if on_behalf else words.phrase("processor"), width=WIDE),
        Column(words.annex("nature"), width=WIDE),
        Column(words.annex("place"), width=WIDE),
        *((Column(words.annex("notice"), width=WIDE),) if told else ()),
        Column(words.annex("activity"), width=WIDE),
    )
    rows = [(*row, scope.cells(activities)) for row, activities in alike.items()]
    return Section(
        KEY,
        title,
        (Paragraph(words.annex("changes-intro" if told else "changes-order")), filled_table(heads, rows)),
    )
