"""Letters to owners: who would find something out, and who answers for an activity within the house."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ropa.fields import card
from ropa.glossary import citation, has_phrase, phrase
from ropa.letters.letter import Letter, Question, in_a_line
from ropa.letters.paper import Paper
from ropa.letters.unknowns import Unknown
from ropa.model import Activity, Register
from ropa.model.text import Text
from ropa.rules import Finding

MISSING = "item-missing"
"""The rule that finds a field empty."""
CALLED = {"recipients": "flows"}
"""A field by another name."""


def questions_by_owner(
    paper: Paper, findings: Iterable[Finding], open_: Iterable[Unknown]
) -> dict[str, tuple[Question, ...]]:
    """What each owner is asked, by its name in the language of the letter."""
    register, words = paper.register, paper.words
    owners = {one.key: one.owner for one in register.activities if one.owner and one.status != "ended"}
    found: dict[str, list[Question]] = {}

    def ask(owner: Text | None, question: Question) -> None:
        if owner:
            found.setdefault(" ".join(words.text(owner).split()), []).append(question)

    pending = [*open_]
    for unknown in pending:
        ask(unknown.absence.owner or owners.get(unknown.activity), _unknown(paper, unknown))
    by_activity = _by_activity(_not_asked(findings, pending), owners)
    for key in owners:
        for finding in by_activity.get(key, ()):
            ask(owners[key], _fault(paper, register.activity(key), finding))
    return {owner: tuple(dict.fromkeys(asked)) for owner, asked in found.items() if owner}


def letter(paper: Paper, owner: str, questions: tuple[Question, ...]) -> Letter:
    """The letter to one owner."""
    why = paper.phrase("owner.why", holder=paper.holder)
    return paper.letter(
        to=owner,
        name=owner,
        kind="owner",
        paragraphs=(why, paper.phrase("owner.how")),
        questions=questions,
    )


def _not_asked(findings: Iterable[Finding], pending: Iterable[Unknown]) -> Iterator[Finding]:
    """The findings without those of a field that somebody is asked about already: it is not known yet."""
    told = {(one.path, CALLED.get(one.field, one.field)) for one in pending}
    return (one for one in findings if one.name != MISSING or (one.where, one.place.of) not in told)


def _by_activity(findings: Iterable[Finding], keys: Collection[str]) -> dict[str, list[Finding]]:
    """The findings within each of these activities. Keys may have dots in them: the longest that fits is meant."""
    found: dict[str, list[Finding]] = {}
    for one in findings:
        kind, *steps = one.where.split(".")
        heads = (".".join(steps[:many]) for many in range(len(steps), 0, -1))
        key = next((head for head in heads if head in keys), None) if kind == "activities" else None
        if key is not None:
            found.setdefault(key, []).append(one)
    return found


def _unknown(paper: Paper, one: Unknown) -> Question:
    due = one.absence.due
    said = _says(
        _how_open(due, paper.on),
        paper.language,
        what=_named(paper.register, paper, one),
        field=one.label(paper.language),
        question=_of_field(one.field, paper.language),
        why=paper.quoted(paper.words.text(one.absence.unknown)),
        due=paper.day(due) if due else "",
        article=citation(one.article, paper.language),
    )
    path = f"{one.path}.absences.{one.field}".lstrip(".")
    return Question("unknown", one.article, said, (one.activity,) if one.activity else (), (path,))


def _how_open(due: date | None, on: date) -> str:
    """Which sentence says that it is not known: nobody can answer by a day that is past."""
    if due is None:
        return "open"
    return "open-by" if due >= on else "open-late"


def _of_field(field: str, language: str) -> str:
    """The question that a field answers."""
    key = f"field.{CALLED.get(field, field)}"
    return _says(key if has_phrase(f"asked.{key}") else "field.rest", language)


def _named(register: Register, paper: Paper, one: Unknown) -> str:
    """Where something is unknown: an activity or a party by its name, else the register."""
    if one.activity:
        return paper.activities((one.activity,))
    kind, _, rest = one.path.partition(".")
    nouns = {"parties": "party", "agreements": "agreement", "systems": "system"}
    if kind in nouns and rest in {held.key for held in getattr(register, kind)}:
        return paper.quoted(paper.words.refer(nouns[kind], rest))
    return paper.phrase("the-register")


def _fault(paper: Paper, activity: Activity, one: Finding) -> Question:
    """A finding as a question: about the field that is missing, or what is not recorded and a request."""
    name = paper.activities((activity.key,))
    if one.name == MISSING and one.where == f"activities.{activity.key}":
        said = _says(
            "point",
            paper.language,
            what=name,
            field=card(Activity, one.place.of).label(paper.language),
            question=_of_field(one.place.of, paper.language),
            article=citation(one.article, paper.language),
        )
    else:
        said = f"{_told(paper, activity, one, name)} {_request(one, paper.language)}"
    return Question(one.name, one.article, said, (activity.key,), (one.where,))


def _told(paper: Paper, activity: Activity, one: Finding, name: str) -> str:
    """What a finding says, with the activity by its name."""
    message = in_a_line(one.message(paper.language))
    path, bare = f"activities.{activity.key}", paper.words.activity(activity.key)
    if one.where == path:
        message = message.replace(path, name)
    message = message.replace(phrase("quotes.outer", paper.language, text=bare), name)
    if name not in message:  # it is said once, and as a name
        message = message.replace(bare, name, 1)
    return message if name in message else _says("fault", paper.language, activity=name, message=message)


def _request(one: Finding, language: str) -> str:
    key = f"rule.{one.name}"
    return _says(key if has_phrase(f"asked.{key}") else "rule.rest", language)


def _says(key: str, language: str, **values: object) -> str:
    """What an owner is asked."""
    return phrase(f"asked.{key}", language, **values)
