"""How a party is known and reached: its numbers in public registers, and whom it names."""

from __future__ import annotations

from ropa.model import Contact, Party
from ropa.outline.contracts.words import REMARKS, AnnexCells, Row
from ropa.outline.page import Cell
from ropa.wording.value import ASIDE


def numbers(words: AnnexCells, party: Party) -> Row:
    """The numbers of a party in public registers."""
    said = (words.part(one, leave=REMARKS) for one in party.registration)
    return tuple(map(Cell, said)) or words.absence(party.absences.get("registration"))


def contact(words: AnnexCells, party: Party) -> Row:
    """How a party can be reached: what it says itself, or what is said of whom it names."""
    return person(words, party, "contact")


def person(words: AnnexCells, party: Party, key: str) -> Row:
    """Somebody a party names, with how to reach them, or that nobody is stated."""
    value = getattr(party, key)
    if isinstance(value, Contact):
        return _reached(words, value)
    if not isinstance(value, str) or value not in words.register.party_keys:
        return words.fielded(party, key)
    there = words.register.party(value).contact
    name = (Cell(words.party(value)),) if value != party.key else ()
    return (*name, *(_reached(words, there) if isinstance(there, Contact) else ())) or words.unsaid()


def _reached(words: AnnexCells, there: Contact) -> Row:
    said = (
        words.labelled(one, words.say(value, one), there)
        for one, value in words.fields(there, ASIDE | REMARKS)
    )
    return tuple(map(Cell, said)) or words.unsaid()
