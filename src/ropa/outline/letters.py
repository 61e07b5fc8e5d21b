"""An entry of the 30(1) record, letter by letter: every field card that answers Article 30, then what goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ropa.fields import FieldCard, cards
from ropa.glossary import citation
from ropa.model import Activity, General, Hop, Said
from ropa.outline.cells import Cells
from ropa.outline.moves import transfer_line
from ropa.outline.page import Cell, Line
from ropa.outline.places import places
from ropa.records import ControllerEntry
from ropa.transfer import Transfer
from ropa.wording import recipient_line

LAST = ("note", "evidence")
Answer = Callable[[ControllerEntry, FieldCard], tuple[Cell, ...]]
"""What an entry says to a letter."""
SAID_ELSEWHERE = frozenset({"key", "name", "controllers", "joint", "absences", "reviewed"})


@cache
def of_letters() -> tuple[FieldCard, ...]:
    """The cards of an activity that answer a letter of Article 30(1), in the order of the letters."""
    answering = [one for one in cards(Activity) if one.article.startswith("30(1)(")]
    return tuple(sorted(answering, key=lambda one: one.article))


@cache
def beside_letters() -> tuple[FieldCard, ...]:
    """The other cards of an activity: what it is first, then what can also be said in general, remarks last."""
    chosen = {one.key for one in of_letters()} | SAID_ELSEWHERE
    own = {one.key for one in cards(Activity)}
    shared = {one.key for one in cards(General)}
    only_general = [one for one in cards(General) if one.key not in own and one.refers != Activity.noun]
    others = [one for one in cards(Activity) if one.key not in chosen]
    return (
        *(one for one in others if one.key not in shared),
        *only_general,
        *(one for one in others if one.key in shared and one.key not in LAST),
        *(one for one in others if one.key in LAST),
    )


def shown_letters(words: Cells) -> tuple[FieldCard, ...]:
    """Those of them that the reader sees."""
    return tuple(one for one in of_letters() if words.shown.field(Activity, one.key))


def absent(words: Cells, entry: ControllerEntry, one: FieldCard) -> tuple[Cell, ...]:
    """Why an entry says nothing to a card."""
    absence = entry.absence(one.key)
    return words.absence(absence or entry.absence("recipients") if one.key == "flows" else absence)


def own_answer(
    words: Cells, entry: ControllerEntry, one: FieldCard, *, general: bool | None = None
) -> tuple[Cell, ...]:
    """What is said to one card: all of it, or with `general` only that in general, or only the activity's own."""

    def asked(said: Hop | Transfer | Said) -> bool:
        return general is None or said.general is general

    if one.key == "flows":
        # joint controllers send together: what both of them send reads the same
        hops = (hop for hop in entry.recipients if asked(hop))
        return tuple(
            dict.fromkeys(
                Cell(recipient_line(words, hop, by_line=words.by_line), target="parties") for hop in hops
            )
        )
    if one.key == "transfers":
        moved = (transfer for transfer in entry.transfers if asked(transfer))
        return tuple(dict.fromkeys(transfer_line(words, transfer) for transfer in moved))
    return words.said((said for said in entry.said(one.attribute) if asked(said)), one)


def label(words: Cells, one: FieldCard) -> str:
    """What a letter is called in a record: flows are recipients there."""
    named = {"flows": "recipients", "transfers": "transfers"}.get(one.key)
    return words.phrase(named) if named else one.label(words.language)


def lines(
    words: Cells,
    entry: ControllerEntry,
    controller: str,
    answer: Answer,
    received: tuple[Cell, ...],
    *,
    apart: bool = False,
) -> Iterator[Line]:
    """Every letter, stated or not, and below them whatever else the register says.

    `received` says from whom the data come. `apart` is a record that is given to somebody else than the holder: other
    customers are not named.
    """
    yield from _beside_whom(words, entry, controller, apart)
    for one in shown_letters(words):
        yield Line(label(words, one), answer(entry, one), citation(one.article, words.language))
    if entry.not_recipients:
        cells = (Cell(recipient_line(words, hop, by_line=words.by_line)) for hop in entry.not_recipients)
        yield Line(words.phrase("not-recipients"), tuple(dict.fromkeys(cells)))
    if received:
        yield Line(words.phrase("sources"), received)
    yield from own_lines(words, entry.activity)


def _beside_whom(words: Cells, entry: ControllerEntry, controller: str, apart: bool) -> Iterator[Line]:
    """The joint controllers with their contact details, or those that answer each for itself."""
    register = words.register
    others = [
        register.party(key)
        for key in register.controllers_of(entry.activity)
        if key != controller and (not apart or key == register.holder)
    ]
    if entry.joint_with:
        cells = tuple(Cell(words.reached(party), target="parties") for party in entry.joint_with)
        yield Line(words.phrase("joint"), cells, citation("30(1)(a)", words.language))
    elif others:
        cells = tuple(Cell(words.party(party.key), target="parties") for party in others)
        yield Line(words.phrase("other-controllers"), cells)


def own_cells(words: Cells, activity: Activity, one: FieldCard) -> tuple[Cell, ...]:
    """What an activity itself says beside the letters in one field, or why it says nothing."""
    if one.key == "evidence":
        return places(words, activity)
    own = getattr(activity, one.attribute, None)
    if own:
        return words.cells(own, one, activity)
    return words.absence(activity.absences[one.key]) if one.key in activity.absences else ()


def own_lines(words: Cells, activity: Activity) -> Iterator[Line]:
    """What an activity itself says beside the letters."""
    for one in beside_letters():
        cells = own_cells(words, activity, one)
        if cells:
            yield _line(words, one, cells)


def _line(words: Cells, one: FieldCard, cells: tuple[Cell, ...]) -> Line:
    return Line(
        one.label(words.language), cells, citation(one.article, words.language) if one.article else ""
    )
