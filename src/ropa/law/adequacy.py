"""One adequacy decision of the Commission: whom it covers, from which day until which, and why it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from ropa.law.ground import Ground


class Scope(StrEnum):
    """Which recipients a decision reaches."""

    WHOLE = "whole"
    COMMERCIAL = "commercial-organisations"
    BUSINESS = "business-operators"
    LISTED = "listed-organisations"
    ORGANISATION = "organisation"


class Kind(StrEnum):
    """What a row is: a decision, one that only moves the end of another, or a treaty to the same effect."""

    ADEQUACY = "adequacy"
    EXTENSION = "extension"
    BRIDGE = "bridge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A row of the table of adequacy decisions (Article 45). Days are inclusive; `until` is None where none is set."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    number: str
    since: date
    scope: Scope
    source: str
    checked_on: date
    regime: str = "eu"
    kind: Kind = Kind.ADEQUACY
    countries: tuple[str, ...] = ()
    organisation: str = ""
    """The machine word of the one organisation it is about."""
    names: tuple[str, ...] = ()
    """The names that organisation goes by."""
    adopted: date | None = None
    until: date | None = None
    ended_by: str = ""
    """The judgment or decision that ended it."""
    excludes: tuple[str, ...] = ()
    """What it leaves out, by purpose or kind of recipient."""
    scheme: str = ""
    """The scheme of the listing it asks for."""
    hr_apart: bool = False
    """Whether human resources data are covered only where the listing says so."""
    ground: Ground = Ground.ADEQUACY
    """The word a register states for it."""
    unknown_for: tuple[str, ...] = ()
    """Exporters for which it is not known whether it has effect."""
    extends: str = ""
    """The decision whose end it moved."""
    verified: bool = True
    """Whether its days and numbers were read in a source."""
    note: str = ""

    def in_force(self, on: date) -> bool:
        """Whether it can be relied on that day."""
        return self.since <= on and (self.until is None or on <= self.until)
