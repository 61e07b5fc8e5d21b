"""The retention schedule by length: how long data are kept, from when, what then, and in which activities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ropa.fields import FieldCard, called, card
from ropa.glossary import citation
from ropa.model import Activity, Retention, Seen
from ropa.model.period import MINUTES, parts
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table
from ropa.outline.page import Bar, Block, Cell, Column, Paragraph, Section, Table, Timeline
from ropa.outline.scope import Scope

KEY = "retention"
TICKS = ("P1D", "P1W", "P1M", "P6M", "P1Y", "P5Y", "P10Y", "P30Y", "P100Y")
"""Lengths that bars are read by."""
BARS = 40
"""Of more lengths no page shows bars."""
CRITERIA = 40
"""Of more criteria only the number is told; each stands with its activity."""
MANY = 20
"""Of more activities the first are named."""


Fields = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is said alike of how long: a length or a criterion, from when, and what then."""

    days: float | None
    length: tuple[Cell, ...]
    starts: tuple[Cell, ...] = ()
    then: tuple[Cell, ...] = ()
    silent: bool = False

    @property
    def rank(self) -> tuple[bool, bool, float]:
        """Lengths first, the shortest before the others, then criteria, then what is not said."""
        return self.silent, self.days is None, self.days or 0.0


def days(period: str) -> float:
    """How long a period is in days, a year and a month being as long as they are on average.

    >>> days("P1Y"), days("P2W"), days("PT12H")
    (365.25, 14.0, 0.5)
    """
    return sum(number * MINUTES[unit] for number, unit in parts(period)) / MINUTES["D"]


def schedule_section(words: Cells, scope: Scope, on: date) -> Iterator[Section]:
    """A row for each length or criterion, the shortest first, with bars above them; none where nobody says how long."""
    held = _held(words, on)
    if all(one.silent for one in held):
        return
    line = _timeline(words, held)
    intro = Paragraph(words.brief("schedule-drawn" if line else "schedule-intro"))
    blocks: tuple[Block, ...] = (intro, line) if line else (intro,)
    yield Section(KEY, words.brief("schedule"), (*blocks, _table(words, scope, held)))


def _held(words: Cells, on: date) -> dict[Kept, dict[str, None]]:
    """The activities of a day by how long their data are kept, in the order they are printed."""
    held: dict[Kept, dict[str, None]] = {}
    for seen in words.register.seen():
        if seen.activity.holds(on):
            for kept in _kept(words, seen, on):
                held.setdefault(kept, {})[seen.activity.key] = None
    return dict(sorted(held.items(), key=lambda item: item[0].rank))


def _kept(words: Cells, seen: Seen, on: date) -> Iterator[Kept]:
    said = seen.at(on).said(KEY, on)
    for one in said:
        entry: Retention = one.value
        length = days(entry.period) if entry.period else None
        first, starts, then = (
            words.cells(value, of) if (value := getattr(entry, of.attribute)) else ()
            for of in (_length(entry), card(Retention, "starts"), card(Retention, "then"))
        )
        yield Kept(length, first or words.absence(entry.absences.get("period")), starts, then, not first)
    if not said:
        yield Kept(None, words.absence(seen.absence(KEY, on)), silent=True)


def _length(entry: Retention) -> FieldCard:
    return card(Retention, "period" if entry.period else "criterion")


def _table(words: Cells, scope: Scope, held: dict[Kept, dict[str, None]]) -> Table:
    heads = (
        Column(
            words.brief("how-long"), citation(card(Activity, KEY).article, words.language), 40, names=True
        ),
        Column(card(Retention, "starts").label(words.language), width=30),
        Column(card(Retention, "then").label(words.language), width=26),
        Column(words.audit("number"), width=10, kind="number"),
        Column(called(Activity, words.language, many=True), width=56),
    )
    rows: list[Fields] = [
        (kept.length, kept.starts, kept.then, (Cell(len(keys)),), tuple(_named(words, scope, keys)))
        for kept, keys in _few(held)
    ]
    more = sum(1 for kept in held if kept.days is None and not kept.silent) - CRITERIA
    if more > 0:
        rows.append(((Cell(words.brief("other-criteria", number=more), muted=True),), (), (), (), ()))
    return filled_table(heads, rows)


def _few(held: dict[Kept, dict[str, None]]) -> Iterator[tuple[Kept, dict[str, None]]]:
    """All lengths, and the criteria met most often where there are very many."""
    criteria = [kept for kept in held if kept.days is None and not kept.silent]
    often = {*sorted(criteria, key=lambda one: -len(held[one]))[:CRITERIA]}
    return (
        (kept, keys) for kept, keys in held.items() if kept.days is not None or kept.silent or kept in often
    )


def _named(words: Cells, scope: Scope, keys: Iterable[str]) -> Iterator[Cell]:
    named = scope.cells(keys)
    yield from named[:MANY]
    if len(named) > MANY:
        yield Cell(words.brief("others", number=len(named) - MANY), muted=True)


def _timeline(words: Cells, held: dict[Kept, dict[str, None]]) -> Timeline | None:
    """A bar for each length, one for all criteria and one for what is not said; none where no length is given."""
    lengths: dict[tuple[float, str], dict[str, None]] = {}
    criteria: dict[str, None] = {}
    silent: dict[str, None] = {}
    for kept, keys in held.items():
        if kept.days is not None:
            lengths.setdefault((kept.days, str(kept.length[0].value)), {}).update(keys)
        else:
            (silent if kept.silent else criteria).update(keys)
    if not lengths or len(lengths) > BARS:
        return None

    def said(keys: dict[str, None]) -> str:
        return words.brief("so-many-kept", number=len(keys))

    bars = [Bar(label, length, said(keys)) for (length, label), keys in lengths.items()]
    if criteria:
        bars.append(Bar(words.brief("by-criterion"), None, said(criteria), open=True))
    if silent:
        bars.append(Bar(words.brief("no-length"), None, said(silent)))
    longest = max(length for length, _ in lengths)
    ticks = tuple((words.period(one), days(one)) for one in TICKS if days(one) <= longest * 1.001)
    title = words.brief("schedule")
    alt = words.semicolon.join(f"{bar.label}{words.colon}{bar.said}" for bar in bars)
    return Timeline(tuple(bars), ticks, title, f"{title}{words.colon}{alt}", words.language)
