"""The letter that goes with documents that are handed over: to an authority under Article 30(4), or to somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ropa.glossary import of_regulation
from ropa.letters.letter import Letter, Question
from ropa.letters.paper import Paper
from ropa.model import Register

ARTICLE = {"authority": "30(4)", "customer": "28(3)", "public": "12", "internal": "30"}
"""The provision under which each reader is given it."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that goes with the letter."""

    name: str
    sha256: str


def cover(
    register: Register,
    documents: Sequence[Document],
    *,
    on: date,
    reader: str = "authority",
    customer: str | None = None,
    language: str | None = None,
) -> Letter:
    """The letter to go with documents made for a reader on a day; it names each with its SHA-256.

    The register is the copy for that reader. To an authority it says under which provision the record is made
    available (Article 30(4)); whether somebody asked for it, the letter does not say.
    """
    paper = Paper(register, on, language)
    return paper.letter(
        to=customer or reader,
        name=_name(paper, reader, customer),
        kind=f"cover.{reader}",
        paragraphs=(
            paper.phrase(
                f"cover.{reader}.why",
                holder=paper.holder,
                article=of_regulation(ARTICLE[reader], paper.language),
            ),
            paper.phrase(f"cover.{reader}.what", day=paper.day(on)),
            paper.phrase("cover.documents"),
        ),
        questions=tuple(
            Question("document", ARTICLE[reader], f"{one.name} — SHA-256 {one.sha256}", (), ())
            for one in documents
        ),
    )


def _name(paper: Paper, reader: str, customer: str | None) -> str:
    """How the addressee is called: the authority the register names for its holder, the customer, or what they are."""
    register = paper.register
    if customer:
        return paper.words.party(customer)
    if reader == "authority" and register.holder:
        named = paper.words.text(register.party(register.holder).supervisory_authority)
        if named:
            return named
    return paper.phrase(f"cover.{reader}.to")
