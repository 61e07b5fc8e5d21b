"""What comes of holding a transfer against the tables: how it stands, on which decision, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import total_ordering
from typing import Any

from ropa.glossary import citation, phrase, term, text
from ropa.law import Ground
from ropa.model.text import Frozen


@total_ordering
class Standing(Enum):
    """How a transfer stands, from the strongest to the weakest: the weakest hop of a path is its `max`.

    >>> max(Standing.ADEQUATE, Standing.FALLEN).value
    'fallen'
    """

    ADEQUATE = "adequate"
    """An adequacy decision reaches it (Article 45)."""
    SAFEGUARDED = "appropriate-safeguard"
    """An appropriate safeguard is recorded, with what goes with it (Article 46)."""
    DEROGATION = "derogation"
    """It rests on a derogation (Article 49)."""
    DEPENDS = "depends"
    """It turns on something the register does not record; a person must look."""
    FALLEN = "fallen"
    """The ground stated had ended, is taken as struck down, or does not reach it."""
    MISSING = "missing"
    """No ground is recorded, and no adequacy decision reaches it."""

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Standing):
            return NotImplemented
        return _STRENGTH[self] < _STRENGTH[other]


_STRENGTH = {standing: number for number, standing in enumerate(Standing)}


FOLLOWS = {
    "ended": "ended-follows",
    "expired": "expired-follows",
    "revoked": "revoked-follows",
    "not-yet": "not-yet-follows",
}
"""Reasons that tell what the register states, and how they are said where it is not stated but only follows."""


NOT_THAT_DAY = {
    "ended",
    "expired",
    "not-yet",
    "listing-ended",
    "clauses-ended",
    "paper-ended",
    "paper-not-yet",
}
"""Reasons why a ground that is recorded is not in force: it has ended, or has not begun."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one transfer stands on one day. `reason` is a machine word; `message` says it to a reader."""

    standing: Standing
    reason: str
    ground: Ground | None = None
    """The ground it is about; None where there is none, or where several are undecided."""
    decision: str = ""
    """The number of the decision it rests on or would have; empty where there is none."""
    facts: Mapping[str, Any] = field(default_factory=Frozen)
    """What the reason is about: countries, keys, days, grounds."""
    also: tuple[str, ...] = ()
    """Further reasons: of the same standing, or why no ground holds where it is open whether it is a transfer at all."""

    @property
    def stands(self) -> bool:
        """Whether the register records enough for it."""
        return self.standing <= Standing.DEROGATION

    @property
    def not_that_day(self) -> bool:
        """Whether a ground is recorded and none is in force."""
        return not NOT_THAT_DAY.isdisjoint(self.reasons)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason, the first one first."""
        return (self.reason, *self.also)

    def message(self, language: str = "en") -> str:
        """Why, in a sentence for each reason. It says what is not recorded, never that something is unlawful."""
        values = {name: _worded(value, language) for name, value in self.facts.items()}
        ground = term("grounds", self.ground, language) if self.ground else ""
        agreement = values.get("agreement", "")
        values |= {
            "paper": agreement if self.facts.get("named") or not ground else f"{ground} ({agreement})",
            "place": self._place(language),
            "recipient": values.get("recipient") or phrase("verdicts.words.recipient", language),
            "decision": self.decision,
            "ground": ground,
            "article": citation(self.ground.provision, language) if self.ground else "",
        }
        other = FOLLOWS if self.facts.get("follows") else {}
        said = (other.get(reason, reason) for reason in self.reasons)
        return " ".join(phrase(f"verdicts.{one}", language, **values) for one in said)

    def _place(self, language: str) -> str:
        if self.facts.get("country"):
            return term("countries", self.facts["country"], language)
        recipient = self.facts.get("recipient")
        return text(recipient, language) if recipient else phrase("verdicts.words.third-country", language)


def _worded(value: Any, language: str) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(term("grounds", one, language) for one in value)
    return text(value, language) if isinstance(value, (str, Mapping)) else str(value)
