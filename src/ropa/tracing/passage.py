"""Passages: the lines of a source that say something, each with the entries that rest on it."""

from __future__ import annotations

from dataclasses import dataclass

from ropa.model import Evidence
from ropa.model.text import Text


@dataclass(frozen=True, slots=True)
class Resting:
    """An entry that rests on a passage: its path, and how the register says so."""

    path: str
    evidence: Evidence

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the entry that rest on it; the whole entry where there are none."""
        return self.evidence.for_

    @property
    def reading(self) -> str:
        """`stated`, `inferred` or `contradicted`; what the register does not say is stated."""
        return self.evidence.reading or "stated"


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of a source that is not empty."""

    line: int
    """Its number, from 1, as in the file."""
    digest: str
    text: str | None
    """Its words; None where only its mark is known."""
    entries: tuple[Resting, ...] = ()
    """The entries that rest on it."""
    reasons: tuple[Text, ...] = ()
    """Why the register leaves it out, where it does. Leaving out without a reason does not count."""

    @property
    def rests_nothing(self) -> bool:
        """Whether no entry rests on it and no reason is given for leaving it out."""
        return not self.entries and not self.reasons
