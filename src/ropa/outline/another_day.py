"""What is recorded and does not hold on the day: planned and ended entries with their days, so that none is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.fields import called, card
from ropa.model import Agreement, Entry, Part
from ropa.model.activity import Facts
from ropa.model.part import DAYS
from ropa.model.spot import segments
from ropa.outline.cells import Cells
from ropa.outline.entries import filled_table, section
from ropa.outline.inside import inside, standing_in
from ropa.outline.page import Cell, Column, Paragraph, Section
from ropa.outline.pointing import Pointing

KEY = "another-day"
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Other:
    """An entry that holds on other days than the one looked at; what it stands in counts too."""

    path: str
    entry: Entry
    days: Days

    def state(self, on: date) -> str:
        """Whether it is still to come, or is over."""
        first = self.days[0]
        return "planned" if first and first > on else "ended"


def another_day_section(words: Cells, pointing: Pointing, on: date) -> Iterator[Section]:
    """A row for each entry that does not hold on the day; no section where all do."""
    heads = (
        Column(words.brief("kind"), width=24),
        Column(words.audit("where"), width=44, names=True),
        Column(words.phrase("statement"), width=60),
        Column(words.phrase("another-day-state"), width=14),
        *(Column(card(Entry, key).label(words.language), width=14) for key in DAYS),
    )
    rows = [
        (
            (Cell(called(type(one.entry), words.language)),),
            (pointing.at(one.path).cell,),
            _says(words, one.entry),
            (Cell(words.phrase(f"day.{one.state(on)}")),),
            *((Cell(day),) if day else () for day in one.days),
        )
        for one in others(words.register, on)
    ]
    if rows:
        intro = Paragraph(words.phrase("another-day-intro", on=on.isoformat()))
        yield section(words, KEY, (intro, filled_table(heads, rows)))


def _says(words: Cells, entry: Entry) -> tuple[Cell, ...]:
    """What it says in a line; an activity has too much to say for one."""
    if isinstance(entry, Facts):
        return ()
    said = words.part(entry, leave=frozenset(DAYS))
    return (Cell(said),) if said else ()


def others(part: Part, on: date, path: str = "") -> Iterator[Other]:
    """The entries of a register that do not hold on a day, in its order.

    Of what stands in such an entry only flows are told again: they say who received data, or will.
    """
    for here, one in standing_in(part, path, lambda one: _tells(one, on)):
        yield from _one(one, on, here)


def _one(one: Any, on: date, path: str) -> Iterator[Other]:
    if not isinstance(one, Part):
        return
    if not isinstance(one, Entry) or one.holds(on):
        yield from others(one, on, path)
        return
    days = days_of(one)
    yield Other(path, one, days)
    if isinstance(one, Facts):
        for end, flow in zip(segments(one.flows), one.flows, strict=True):
            yield Other(f"{path}.flows.{end}", flow, _both(days, days_of(flow)))


def _tells(one: object, on: date) -> bool:
    """Whether an entry, or one in it, does not hold: most hold whenever, and are only passed by."""
    if not isinstance(one, Part):
        return False
    if isinstance(one, Entry) and not one.holds(on):
        return True
    for _, attribute in inside(type(one)):
        held = getattr(one, attribute)
        if held and any(_tells(each, on) for each in (held if isinstance(held, tuple) else (held,))):
            return True
    return False


def days_of(entry: Entry) -> Days:
    """The first and the last day of an entry; an agreement begins when it is signed and may have an end."""
    own = entry.valid_from, entry.valid_until
    return _both(own, (entry.signed, entry.ends)) if isinstance(entry, Agreement) else own


def _both(one: Days, other: Days) -> Days:
    first = max((day for day in (one[0], other[0]) if day), default=None)
    last = min((day for day in (one[1], other[1]) if day), default=None)
    return first, last
