"""The security measures of a party in some activities, by the points of Article 32(1)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ropa.fields import card
from ropa.glossary import citation
from ropa.model import Measure, Register
from ropa.model.text import Text
from ropa.outline.contracts.words import REMARKS, AnnexCells, Row
from ropa.outline.page import Cell, Column, Table

LETTERS = ("a", "b", "c", "d")
"""The points of Article 32(1)."""


def measures_of(
    register: Register, party: str, activities: Collection[str], on: date, beside: Collection[str] = ()
) -> tuple[Measure, ...]:
    """The measures of a party on a day: those in everything it does, and its own in these activities.

    What an activity says of nobody in particular is the holder's. What protects only data `beside` those that it is
    about is left out.
    """
    found = [one for one in register.party(party).security if one.holds(on)]
    for seen in register.seen():
        if seen.activity.key in activities:
            said: Iterable[Measure] = seen.values("security", on)
            found += [one for one in said if (register.measure(one).by or register.holder) == party]
    shared = filter(None, (_without(register.measure(one), beside) for one in found))
    return tuple({_says(one): one for one in shared if one.holds(on)}.values())


def _without(measure: Measure, beside: Collection[str]) -> Measure | None:
    covers = tuple(kind for kind in measure.covers if str(kind) not in beside)
    if covers == measure.covers:
        return measure
    return measure.model_copy(update={"covers": covers}) if covers else None


def _says(measure: Measure) -> str:
    return measure.model_dump_json(exclude={"evidence", "key", "reviewed"})


def covering(measures: Iterable[Measure], kinds: Collection[Text]) -> Iterator[Measure]:
    """The measures that say they protect one of these kinds of data."""
    named = {str(one) for one in kinds}
    return (one for one in measures if named & {str(kind) for kind in one.covers})


def said(words: AnnexCells, measures: Iterable[Measure], leave: frozenset[str] = REMARKS) -> Row:
    """Measures, each in a paragraph."""
    return tuple(Cell(words.part(one, leave=leave)) for one in measures)


def measures_table(words: AnnexCells, held: Iterable[tuple[str, tuple[Measure, ...]]]) -> Table:
    """For each party a row for the points that the same measures serve, and for each that none does; last what serves none."""
    told = list(held)
    of = card(Measure, "objective")
    heads = (
        Column(words.annex("whose"), width=24, names=True),
        Column(of.label(words.language), citation("32(1)", words.language), 34, names=True),
        Column(words.annex("measures"), width=80),
    )
    rows = [
        ((Cell(words.party(party)),), point, cells)
        for party, measures in told
        for point, cells in _points(words, measures)
    ]
    alone = len(told) == 1
    return Table(heads[alone:], tuple(row[alone:] for row in rows))


def _points(words: AnnexCells, measures: tuple[Measure, ...]) -> Iterator[tuple[Row, Row]]:
    from ropa.rules.guarded import serves  # brings all rules with it: only who prints an annex needs it

    leave = REMARKS | {"objective", "by"}
    served: dict[tuple[str, ...], list[Measure]] = {}
    for one in measures:
        served.setdefault(tuple(sorted(one.objective or serves(one))), []).append(one)
    other = served.pop((), None)
    for letter in LETTERS:  # what serves no point stands in its place too
        if not any(letter in points for points in served):
            served[(letter,)] = []
    for points, held in sorted(served.items()):
        names = tuple(Cell(f"({letter}) {words.term('objectives', letter)}") for letter in points)
        yield names, said(words, held, leave) or words.unsaid()
    if other:
        yield (Cell(words.annex("other-measures")),), said(words, other, leave)
