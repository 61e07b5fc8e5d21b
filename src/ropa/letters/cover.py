"""The letter that goes with documents that are handed over: to an authority under Article 30(4), or to somebody else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ropa.glossary import has_phrase, of_regulation, phrase
from ropa.letters.letter import Letter, Question
from ropa.letters.paper import Paper
from ropa.model import Register

ARTICLE = {"authority": "30(4)", "customer": "28(3)", "public": "12", "internal": "30"}
"""The provision under which each reader is given it."""

MARKED = " — SHA-256 "
"""Between the name of a document and its mark."""
_DOCUMENT = re.compile(rf"^(?:\d+\. |<li>)(.+?)(?: \(.*\))?{MARKED}([0-9a-f]{{64}})(?:</li>)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A document that goes with the letter."""

    name: str
    sha256: str
    compares: bool = False
    """Whether it also shows what changed since an earlier register."""
    format: str = ""
    """The name of its format, by which the letter says what it is."""


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
            *_compared(paper, [one.name for one in documents if one.compares]),
            paper.phrase("cover.documents"),
        ),
        questions=tuple(
            Question(
                "document", ARTICLE[reader], f"{one.name}{_kind(paper, one)}{MARKED}{one.sha256}", (), ()
            )
            for one in documents
        ),
    )


def documents_in(text: str) -> Mapping[str, str]:
    """The documents that such a letter names, as text or as a page, each with its SHA-256.

    >>> documents_in(f"1. report.pdf — SHA-256 {'0' * 64}") == {"report.pdf": "0" * 64}
    True
    """
    return dict(_DOCUMENT.findall(text))


def _kind(paper: Paper, one: Document) -> str:
    """What a document is, in brackets, where there are words for its format."""
    said = next(
        (key for key in (f"letters.document.{one.format}", f"annexes.{one.format}.title") if has_phrase(key)),
        None,
    )
    return f" ({phrase(said, paper.language)})" if said else ""


def _compared(paper: Paper, names: Sequence[str]) -> tuple[str, ...]:
    """That some of the documents also show what changed, and which."""
    if not names:
        return ()
    return (paper.phrase("cover.compared", documents=paper.words.row(names)),)


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
