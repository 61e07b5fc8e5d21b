"""Every day a register can name, and what it puts on an agenda: a new one belongs in one of the two tables here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from ropa.agenda.item import DueKind
from ropa.fields import declaring
from ropa.model import Agreement, Certification, Dpia, Notice, Part, Waiver
from ropa.model.spec import specs

Field = tuple[str, str]
"""The class that first declares a field, and its key."""

LAST_DAYS: Mapping[Field, DueKind] = {
    ("Absence", "due"): DueKind.UNKNOWN,
    ("Agreement", "ends"): DueKind.AGREEMENT,
    ("Entry", "valid_until"): DueKind.END,
    ("Waiver", "until"): DueKind.WAIVER,
}
"""Days that are themselves the last."""

DONE_ON: Mapping[Field, DueKind] = {
    ("Dpia", "done"): DueKind.ASSESSMENT,
    ("Entry", "reviewed"): DueKind.REVIEW,
    ("Notice", "changed"): DueKind.STATEMENT,
    ("Notice", "published"): DueKind.STATEMENT,
    ("Register", "adopted"): DueKind.REVIEW,
    ("TransferImpactAssessment", "date"): DueKind.TRANSFER_ASSESSMENT,
}
"""Days on which something was done that is to be done again."""

SUGGESTED = frozenset(DONE_ON.values())
"""Kinds whose day no law sets: it follows from an interval."""

NOT_DUE: Mapping[Field, str] = {
    ("Agreement", "signed"): "The day an agreement began; it asks for nothing by itself.",
    ("Dpia", "consulted"): "From then on it is the authority that has weeks to answer (Article 36(2)).",
    (
        "Entry",
        "valid_from",
    ): "What begins asks for nothing; only a planned sub-processor does (agenda/notice.py).",
    ("Observation", "on"): "The day somebody wrote something down; nothing follows from it.",
    ("Source", "changed"): "The day of a document as it was read.",
    ("Source", "published"): "The day of a document as it was read.",
}
"""Days that put nothing on an agenda, and why."""

ITS_OWN: Mapping[type[Part], Mapping[DueKind, DueKind]] = {
    Agreement: {DueKind.END: DueKind.AGREEMENT},
    Certification: {DueKind.END: DueKind.CERTIFICATE},
    Waiver: {DueKind.END: DueKind.WAIVER},
    Dpia: {DueKind.REVIEW: DueKind.ASSESSMENT},
    Notice: {DueKind.REVIEW: DueKind.STATEMENT},
}
"""What the end or the review of some entries is called."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that a part names, and what it is for."""

    day: date
    kind: DueKind
    done: bool
    """Whether something was done then that is to be done again, rather than that it is the last day."""


def dated(part: Part) -> Iterator[Dated]:
    """The days of a part that put something on an agenda."""
    for attribute, kind, done in _fields(type(part)):
        day = getattr(part, attribute)
        if day is not None:
            yield Dated(day, kind, done)


@cache
def _fields(owner: type[Part]) -> tuple[tuple[str, DueKind, bool], ...]:
    own = ITS_OWN.get(owner, {})
    found = []
    for key, spec in specs(owner).items():
        field = (declaring(owner, spec.name).__name__, key) if spec.day else ("", "")
        for table, done in ((LAST_DAYS, False), (DONE_ON, True)):
            if field in table:
                found.append((spec.name, own.get(table[field], table[field]), done))
    return tuple(found)
