"""An entry of the 30(1) record, letter by letter: every field card that answers Article 30, then what goes with it."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.fields import FieldCard, cards
from ropa.glossary import citation
from ropa.model import Activity, General
from ropa.outline.cells import Cells
from ropa.outline.moves import transfer_line
from ropa.outline.page import Cell, Line
from ropa.records import ControllerEntry
from ropa.wording import origin_line, recipient_line

LAST = ("note", "evidence")
SAID_ELSEWHERE = frozenset({"key", "name", "controllers", "joint", "absences", "reviewed"})


def of_letters() -> tuple[FieldCard, ...]:
    """The cards of an activity that answer a letter of Article 30(1), in the order of the letters."""
    answering = [one for one in cards(Activity) if one.article.startswith("30(1)(")]
    return tuple(sorted(answering, key=lambda one: one.article))


def beside_letters() -> tuple[FieldCard, ...]:
    """The other cards of an activity, and what only a general entry can say, in the order of the model."""
    chosen = {one.key for one in of_letters()} | SAID_ELSEWHERE
    own = {one.key for one in cards(Activity)}
    others = [one for one in cards(General) if one.key not in own and one.refers != Activity.noun]
    others += [one for one in cards(Activity) if one.key not in chosen]
    return (*(one for one in others if one.key not in LAST), *(one for one in others if one.key in LAST))


def answer(words: Cells, entry: ControllerEntry, one: FieldCard) -> tuple[Cell, ...]:
    """What an entry says to one card: flows as recipients, transfers as derived, everything else as stated."""
    absence = entry.absence(one.key)
    if one.key == "flows":
        # joint controllers send together: what both of them send reads the same
        cells = tuple(
            dict.fromkeys(Cell(recipient_line(words, hop), target="parties") for hop in entry.recipients)
        )
        return cells or words.absence(absence or entry.absence("recipients"))
    if one.key == "transfers":
        cells = tuple(dict.fromkeys(transfer_line(words, transfer) for transfer in entry.transfers))
        return cells or words.absence(absence)
    said = words.said(entry.said(one.attribute), one)
    return said or words.absence(absence)


def beside(words: Cells, entry: ControllerEntry, one: FieldCard) -> tuple[Cell, ...]:
    """What an entry says beside the letters; remarks and evidence only its own, not those of what is said in general."""
    if one.key in LAST:
        own = getattr(entry.activity, one.attribute)
        return words.cells(own, one) if own else ()
    return words.said(entry.said(one.attribute), one)


def label(words: Cells, one: FieldCard) -> str:
    """What a letter is called in a record: flows are recipients there."""
    named = {"flows": "recipients", "transfers": "transfers"}.get(one.key)
    return words.phrase(named) if named else one.label(words.language)


def lines(words: Cells, entry: ControllerEntry, controller: str) -> Iterator[Line]:
    """Every letter, stated or not, and below them whatever else the register says."""
    yield from _beside_whom(words, entry, controller)
    for one in of_letters():
        yield Line(label(words, one), answer(words, entry, one), citation(one.article, words.language))
    for name, hops in (("not-recipients", entry.not_recipients), ("sources", entry.sources)):
        if hops:
            cells = tuple(
                Cell(recipient_line(words, hop) if name == "not-recipients" else origin_line(words, hop))
                for hop in hops
            )
            yield Line(words.phrase(name), tuple(dict.fromkeys(cells)))
    yield from own_lines(words, entry.activity)


def _beside_whom(words: Cells, entry: ControllerEntry, controller: str) -> Iterator[Line]:
    """The joint controllers with their contact details, or those that answer each for itself."""
    register = words.register
    others = [register.party(key) for key in register.controllers_of(entry.activity) if key != controller]
    if entry.joint_with:
        cells = tuple(Cell(words.reached(party), target="parties") for party in entry.joint_with)
        yield Line(words.phrase("joint"), cells, citation("30(1)(a)", words.language))
    elif others:
        cells = tuple(Cell(words.party(party.key), target="parties") for party in others)
        yield Line(words.phrase("other-controllers"), cells)


def own_lines(words: Cells, activity: Activity) -> Iterator[Line]:
    """What an activity itself says beside the letters."""
    for one in beside_letters():
        own = getattr(activity, one.attribute, None)
        if own or one.key in activity.absences:
            yield _line(
                words, one, words.cells(own, one) if own else words.absence(activity.absences.get(one.key))
            )


def _line(words: Cells, one: FieldCard, cells: tuple[Cell, ...]) -> Line:
    return Line(
        one.label(words.language), cells, citation(one.article, words.language) if one.article else ""
    )


def general_lines(words: Cells, general: General, covered: tuple[str, ...]) -> Iterator[Line]:
    """What is said once for many activities and answers no letter: it is printed once, not under each of them."""
    yield Line(words.phrase("holds-for"), tuple(Cell(name) for name in covered))
    for one in beside_letters():
        own = getattr(general, one.attribute, None)
        if own and one.key != "evidence":
            yield _line(words, one, words.cells(own, one))
