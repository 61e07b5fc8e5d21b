"""The parties to a contract: who they are, as what, and whom to reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa.fields import card
from ropa.glossary import citation
from ropa.model import Agreement, Contact, Party
from ropa.outline.contracts.reached import numbers, person
from ropa.outline.contracts.words import REMARKS, AnnexCells
from ropa.outline.page import Cell, Line, Lines, Section

PERSONS = (("contact", ""), ("representative", "27"), ("dpo", "37"))
"""Whom a party names to be reached, and the provision."""
OF_THE_PARTIES = frozenset({"between", "covers", "authorised", "duties"})
"""What an agreement says of its parties, or of others."""
TOLD = REMARKS | {"name", "signed", "ends", "when"}
"""What of it is told in its own way, or to nobody."""


def side(words: AnnexCells, key: str, party: str, role: str, more: Iterable[Line] = ()) -> Section:
    """A party under its role, with all that is asked of it; what is not known is said."""
    return Section(
        f"{key}:{party}", f"{role} — {words.party(party)}", (Lines((*lines(words, party), *more)),)
    )


def lines(words: AnnexCells, key: str) -> Iterator[Line]:
    """Name, address, numbers, and whom to reach."""
    party = words.register.party(key)
    yield Line(words.label(Party, "name"), (Cell(words.party(key)),))
    yield Line(words.label(Contact, "address"), _address(words, party))
    yield Line(words.label(Party, "country"), words.fielded(party, "country"))
    yield Line(words.label(Party, "registration"), numbers(words, party))
    for name, article in PERSONS:
        note = citation(article, words.language) if article else ""
        yield Line(words.label(Party, name), person(words, party, name), note)


def _address(words: AnnexCells, party: Party) -> tuple[Cell, ...]:
    where = party.contact
    if isinstance(where, str) and where in words.register.party_keys:
        where = words.register.party(where).contact
    return words.fielded(where, "address") if isinstance(where, Contact) else words.unsaid()


def agreement_lines(words: AnnexCells, papers: Iterable[Agreement]) -> Iterator[Line]:
    """What is recorded of an agreement itself; its days also where they are not known."""
    for paper in papers:
        yield Line(words.annex("agreement"), tuple(Cell(one.value) for one in words.paper(paper)[:1]))
        for name in ("signed", "ends"):
            yield Line(words.label(Agreement, name), words.fielded(paper, name))
        for one, value in words.fields(paper):
            if one.key not in OF_THE_PARTIES | TOLD:
                article = citation(one.article, words.language) if one.article else ""
                yield Line(
                    card(Agreement, one.key).label(words.language), words.cells(value, one, paper), article
                )
