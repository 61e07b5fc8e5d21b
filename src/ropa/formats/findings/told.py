"""A check as every format tells it: each finding with its file, its line and its words, waived and known ones among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from ropa.errors import NotUnderstood
from ropa.formats.native import origin_of
from ropa.glossary import text
from ropa.law import Level
from ropa.model import Observation, Register, Waiver
from ropa.rules import CheckReport, Finding

LOUDNESS = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}
"""The louder, the smaller."""


@dataclass(frozen=True, slots=True)
class Told:
    """One finding, ready to be shown. `waiver` where somebody answers for it; `known` where the baseline has it."""

    finding: Finding
    file: str
    line: int | None
    message: str
    remedy: str
    fingerprint: str
    waiver: Waiver | None = None
    known: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is for the reader to act upon: neither waived nor known."""
        return self.waiver is None and not self.known


@dataclass(frozen=True)
class Checked:
    """A register that was checked, under the name its reader gave it, in the reader's language."""

    name: str
    register: Register
    report: CheckReport
    language: str
    baseline: Collection[str] | None = None
    """The fingerprints of findings that are known; None where there is no baseline."""
    settings: str = ""
    """The file its settings came from."""

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Every finding in the order of the check, then the waived ones."""
        return tuple(self._told())

    def _told(self) -> Iterator[Told]:
        origin = origin_of(self.register)
        known = self.baseline or ()
        found = [(one, None) for one in self.report.findings]
        for finding, waiver in (*found, *((one.finding, one.waiver) for one in self.report.waived)):
            place = origin.place(finding.where) if origin else None
            file, line = place or (self.name, None)
            mark = fingerprint(self.register, finding)
            yield Told(
                finding,
                file,
                line,
                finding.message(self.language),
                finding.remedy(self.language),
                mark,
                waiver,
                waiver is None and mark in known,
            )

    @property
    def acted_upon(self) -> tuple[Told, ...]:
        """The findings that are neither waived nor known."""
        return tuple(one for one in self.told if one.counts)

    def fails(self, at: Level) -> bool:
        """Whether a finding is at least as loud as that."""
        return any(LOUDNESS[one.finding.level] <= LOUDNESS[at] for one in self.acted_upon)

    def words(self, value: object) -> str:
        """A text of the register in the reader's language; nothing where there is none."""
        return text(value, self.language, self.register.language) if value else ""  # type: ignore[arg-type]

    def waived(self, waiver: Waiver) -> dict[str, str]:
        """What a waiver says."""
        return {
            "reason": self.words(waiver.reason),
            "by": self.words(waiver.by),
            "until": str(waiver.until or ""),
        }

    def observed(self, one: Observation) -> dict[str, object]:
        """What a person observed."""
        return {
            "at": one.at or "",
            "text": self.words(one.text),
            "articles": list(one.articles),
            "by": self.words(one.by),
            "on": str(one.on or ""),
        }


@dataclass(frozen=True, slots=True)
class Unread:
    """A register that could not be read."""

    name: str
    error: NotUnderstood


def fingerprint(register: Register, finding: Finding) -> str:
    """By what a finding is known again: whose register, which rule, where, and its message, whatever the reader's language.

    No text of the register can be read from it.
    """
    said = (register.holder or "", finding.name, finding.where, finding.message())
    return sha256("\0".join(said).encode("utf-8", "backslashreplace")).hexdigest()[:32]
