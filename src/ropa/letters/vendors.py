"""Letters to vendors: whoever gets data from us, or sends them to us, and has questions to answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa.glossary import citation
from ropa.letters.dealings import Dealings, is_category
from ropa.letters.discretion import Discretion
from ropa.letters.letter import Letter, Question
from ropa.letters.paper import Paper
from ropa.letters.point import Point, united
from ropa.model import Party

REACHING = frozenset({"contact", "officer", "contact-and-officer"})
"""Topics about how to reach a party."""


def points_by_party(dealings: Dealings, points: Iterable[Point]) -> dict[str, tuple[Point, ...]]:
    """What each vendor is asked, in the order of the register."""
    found: dict[str, list[Point]] = {}
    for one in points:
        found.setdefault(one.to, []).append(one)
    keys = [party.key for party in dealings.register.parties if party.key in found]
    return {key: united([*found[key], *_contact(dealings, key)]) for key in keys}


def _contact(dealings: Dealings, key: str) -> Iterator[Point]:
    """How to reach a party: asked along with what else is open, never by itself."""
    party = dealings.register.party(key)
    if is_category(party):
        return
    article = "19"
    if key in dealings.processors:
        article = "33(2)"
    elif key in dealings.customers:
        article = "30(2)(a)"
    elif key in dealings.joint:
        article = "30(1)(a)"
    missing = [
        field for field in ("contact", "dpo") if not getattr(party, field) and field not in party.absences
    ]
    if missing:
        topic = {"contact": "contact", "dpo": "officer"}[missing[0]]
        yield Point(
            to=key,
            topic="contact-and-officer" if len(missing) > 1 else topic,
            article="37(7)" if topic == "officer" else article,
            activities=dealings.activities_of(key),
            paths=(f"parties.{key}",),
        )


def letter(dealings: Dealings, paper: Paper, key: str, points: tuple[Point, ...]) -> Letter:
    """The letter to one vendor."""
    party, words = dealings.register.party(key), paper.words
    hidden = dealings.discretion(key)
    if key in dealings.customers or key not in dealings.processors:
        paper = paper.under(hidden)  # a processor of ours has to know which activity is meant
    return paper.letter(
        to=key,
        name=words.party(key),
        kind="vendor",
        paragraphs=_paragraphs(dealings, paper, party),
        questions=tuple(_question(paper, one, hidden) for one in points),
    )


def _paragraphs(dealings: Dealings, paper: Paper, party: Party) -> tuple[str, ...]:
    said = [paper.phrase("vendor.why", holder=paper.holder)]
    if is_category(party):
        said.append(paper.phrase("vendor.each", name=paper.quoted(paper.words.party(party.key))))
    if party.key in dealings.processors:
        said.append(paper.phrase("vendor.processor", article=citation("28(3)(h)", paper.language)))
    said.append(paper.phrase("vendor.how"))
    return tuple(said)


def _question(paper: Paper, one: Point, hidden: Discretion) -> Question:
    words = paper.words
    said = paper.phrase(
        f"question.{one.key}",
        about=words.party(one.about) if one.about else "",
        engager=words.party(one.engager) if one.engager else paper.phrase("us"),
        agreement=paper.agreement(one.subject) if one.subject and one.topic != "unknown" else "",
        field=paper.field(one),
        why=paper.quoted(hidden.text(words.text(one.why))),
    )
    # how to reach a party is no matter of one activity
    told = paper.about(said, () if one.topic in REACHING else one.activities, one.article)
    return Question(one.topic, one.article, told, one.activities, one.paths)
