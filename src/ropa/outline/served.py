"""What the holder does for others only: its activities, and what is recorded of them beyond what Article 30(2) asks.

A processor is asked for no purposes, and what goes to somebody else shows nobody's. To the holder itself nothing that
it recorded is lost.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from ropa.fields import FieldCard
from ropa.glossary import citation
from ropa.model import Activity, Seen
from ropa.outline.cells import Cells
from ropa.outline.entries import anchor, filled_table, table_section
from ropa.outline.letters import LAST, beside_letters, of_letters, own_cells
from ropa.outline.page import Cell, Column, Line, Section, Table

KEY = "on-behalf-activities"
FLOWS = "flows"
"""They have a table of their own, and stand in the chains."""
EVIDENCE = LAST[-1]


def served(words: Cells, party: str, on: date) -> tuple[Activity, ...]:
    """The activities of a day in which a party is a processor and no controller."""
    register = words.register
    keys = {
        hop.activity
        for hop in register.flows(party=party, on=on)
        if hop.is_processor and hop.recipient == party
    }
    return tuple(
        one for one in register.activities if one.key in keys and party not in register.controllers_of(one)
    )


def beyond_lines(words: Cells, activity: Activity, on: date) -> Iterator[Line]:
    """What is recorded of an activity as it would stand in its controller's record; to the holder alone."""
    if words.shown.copied is not None:
        return
    seen = _seen(words, activity, on)
    for one in _fields():
        cells = _beyond(words, seen, one, on)
        if cells:
            yield Line(one.label(words.language), cells)


def served_section(words: Cells, party: str | None, on: date, leave: Collection[str]) -> Iterator[Section]:
    """The sheet of these activities; `leave` names fields with a sheet of their own. None where there is none of them."""
    table = _table(words, served(words, party, on), on, leave) if party else Table((), ())
    if table.rows:
        yield table_section(words, KEY, table)


def _table(words: Cells, activities: Collection[Activity], on: date, leave: Collection[str]) -> Table:
    """A row for each activity with all that is recorded of it."""
    inner = words.shown.copied is None
    letters = [one for one in of_letters() if inner and one.key != FLOWS and one.key not in leave]
    others = [one for one in beside_letters() if one.key not in leave]
    heads = [
        Column(words.phrase("activity"), width=26, names=True),
        Column(words.phrase("on-behalf-of"), citation("30(2)(a)", words.language), 26),
        *(_head(words, one) for one in (*letters, *others)),
    ]
    rows = []
    for activity in activities:
        seen = _seen(words, activity, on)
        name = words.text(activity.name) or activity.key
        whom = words.register.controllers_of(activity)
        rows.append(
            (
                (Cell(name, anchor=anchor(activity.noun, activity.key)),),
                tuple(Cell(words.party(key), target="parties") for key in whom),
                *(_beyond(words, seen, one, on) for one in letters),
                *(
                    (
                        *own_cells(words, activity, one),
                        *(_in_general(words, seen, one, on) if inner and one.key not in LAST else ()),
                    )
                    for one in others
                ),
            )
        )
    return filled_table(heads, rows)


def _head(words: Cells, one: FieldCard) -> Column:
    return Column(one.label(words.language), citation(one.article, words.language) if one.article else "", 26)


def _seen(words: Cells, activity: Activity, on: date) -> Seen:
    register = words.register
    found: dict[str, Seen] = register.kept(
        ("ropa.outline", "seen"), lambda: {one.activity.key: one for one in register.seen()}
    )
    return found[activity.key].at(on)


def _fields() -> Iterator[FieldCard]:
    yield from (one for one in of_letters() if one.key != FLOWS)
    yield from (one for one in beside_letters() if one.key != EVIDENCE)


def _beyond(words: Cells, seen: Seen, one: FieldCard, on: date) -> tuple[Cell, ...]:
    """What is said in a letter, in general too, or why nothing is; in another field only what is said in general."""
    if one not in of_letters():
        return _in_general(words, seen, one, on)
    said = words.said(seen.said(one.attribute, on), one)
    absence = seen.activity.absences.get(one.key)
    return said or (words.absence(absence) if absence else ())


def _in_general(words: Cells, seen: Seen, one: FieldCard, on: date) -> tuple[Cell, ...]:
    return words.said((said for said in seen.said(one.attribute, on) if said.general), one)
