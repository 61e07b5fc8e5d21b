"""The security measures by what they serve: the points of Article 32(1), in their order."""

from __future__ import annotations

from datetime import date

from ropa.fields import card
from ropa.glossary import citation, known
from ropa.model import Measure, Party
from ropa.outline.cells import Cells
from ropa.outline.entries import column, filled, plain_value, row, spread
from ropa.outline.page import Cell, Column, Table
from ropa.outline.scope import Scope

FIELD = "security"
LAST = ("z",)
"""Where a measure stands that serves no point that is known."""


def of_party(words: Cells, party: Party, on: date) -> tuple[Cell, ...]:
    """The measures of a party in everything it does that hold on a day."""
    shared = [words.register.measure(one) for one in party.security if one.holds(on)]
    held = tuple(one for one in shared if one.holds(on))
    return words.cells(held, card(Party, FIELD), party) if held else ()


def in_all(words: Cells, party: Party) -> str:
    """What marks them where they stand beside those of one activity."""
    return words.phrase("in-all-of", party=words.party(party.key))


def measures_table(words: Cells, scope: Scope) -> Table:
    """A row for each measure, those that serve the same point together; shared ones in their own words."""
    register = words.register
    holder = register.party(register.holder) if register.holder else None
    own = [((Cell(in_all(words, holder)),), entry) for entry in holder.security] if holder else []
    held = [(who, register.measure(entry)) for who, entry in (*own, *spread(words, scope, FIELD))]
    held.sort(key=lambda one: _serves(one[1]) or LAST)
    objective = card(Measure, "objective")
    chosen = [one for one in filled(Measure, (entry for _, entry in held), plain_value) if one != objective]
    heads = (
        Column(objective.label(words.language), citation("32(1)", words.language), 34, names=True),
        Column(words.phrase("activity"), width=24, names=True),
        *(column(words, one) for one in chosen if one.key != "key"),
    )
    chosen = [one for one in chosen if one.key != "key"]
    return Table(
        heads,
        tuple((_points(words, entry), who, *row(words, entry, chosen)) for who, entry in held),
    )


def _serves(measure: Measure) -> tuple[str, ...]:
    """The points a measure serves, as it states, as the known measure it is brings, or as its words show."""
    from ropa.rules.guarded import serves  # brings all rules with it: who prints no workbook does without

    return measure.objective or tuple(sorted(serves(measure)))


def _points(words: Cells, measure: Measure) -> tuple[Cell, ...]:
    """Those points in words, muted where they are only read from what the measure says."""
    known_one = isinstance(measure.text, str) and measure.text in known("measures")
    read = not measure.objective and not known_one
    said = tuple(Cell(f"({one}) {words.term('objectives', one)}", muted=read) for one in _serves(measure))
    return said or words.absence(measure.absences.get("objective"))
