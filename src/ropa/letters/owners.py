"""Letters to owners: who would find something out, and who answers for an activity within the house."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ropa.glossary import citation
from ropa.letters.letter import Letter, Question
from ropa.letters.paper import Paper
from ropa.letters.unknowns import Unknown
from ropa.model import Activity, Register
from ropa.model.text import Text
from ropa.rules import Finding


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

    for unknown in open_:
        ask(unknown.absence.owner or owners.get(unknown.activity), _unknown(paper, unknown))
    by_activity = _by_activity(findings, owners)
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
    words = paper.words
    key = "unknown-by" if one.absence.due else "unknown"
    said = paper.phrase(
        f"owner.{key}",
        field=one.label(paper.language),
        what=_named(paper.register, paper, one),
        why=words.text(one.absence.unknown),
        due=one.absence.due or "",
        article=citation(one.article, paper.language),
    )
    path = f"{one.path}.absences.{one.field}".lstrip(".")
    return Question("unknown", one.article, said, (one.activity,) if one.activity else (), (path,))


def _named(register: Register, paper: Paper, one: Unknown) -> str:
    """Where something is unknown: an activity or a party by its name, else the register."""
    if one.activity:
        return paper.activities((one.activity,))
    kind, _, rest = one.path.partition(".")
    nouns = {"parties": "party", "agreements": "agreement", "systems": "system"}
    if kind in nouns and rest in {held.key for held in getattr(register, kind)}:
        return paper.phrase("quoted", name=paper.words.refer(nouns[kind], rest))
    return paper.phrase("the-register")


def _fault(paper: Paper, activity: Activity, one: Finding) -> Question:
    """A finding as a question: what is not recorded, with the activity by its name."""
    name = paper.activities((activity.key,))
    message = " ".join(one.message(paper.language).split())
    path = f"activities.{activity.key}"
    if one.where == path:
        message = message.replace(path, name)
    bare = paper.words.activity(activity.key)
    if name not in message:  # it is said once, and as a name
        message = message.replace(bare, name, 1)
    said = message if name in message else paper.phrase("owner.fault", activity=name, message=message)
    return Question(one.name, one.article, said, (activity.key,), (one.where,))
