"""How long national law asks or allows data to be kept: rows of a dated table; only what the rules of retention use."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa.law.dated import Rows, in_use

PERIOD = re.compile(r"P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?")
"""A period as the tables write it (ISO 8601)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutoryTerm:
    """A row: for whom and which data, at least or at most how long (ISO 8601), by which law. Days are inclusive."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    country: str
    law: str
    source: str
    checked_on: date
    regime: str = "eu"
    kinds: tuple[str, ...] = ()
    """The kinds of personal data, as terms; empty where it is about all data of the subjects."""
    subjects: tuple[str, ...] = ()
    """Only where these are the data subjects."""
    minimum: str = ""
    maximum: str = ""
    with_consent: str = ""
    """The maximum where people consent."""
    starts: str = ""
    """The event it is counted from, as a term."""
    cited: tuple[str, ...] = ()
    """How the law is cited."""
    services: tuple[str, ...] = ()
    """Only for a holder with one of these services."""
    not_services: tuple[str, ...] = ()
    """Not for a holder with one of these."""
    guideline: bool = False
    """Whether a supervisor recommends it, rather than a law."""
    since: date | None = None
    until: date | None = None
    verified: bool = True
    """Whether it was read in a source; where not, it makes no finding."""
    note: str = ""

    def __post_init__(self) -> None:
        periods = [one for one in (self.minimum, self.maximum, self.with_consent) if one]
        if not all(PERIOD.fullmatch(one) for one in periods):
            raise ValueError("a period is written as ISO 8601 has it: P7Y, P4W")
        if bool(self.minimum) == bool(self.maximum):
            raise ValueError("a row has a minimum or a maximum")
        if not (self.kinds or self.subjects):
            raise ValueError("a row is about kinds of data or about people: write kinds, subjects or both")
        if not all(one.strip() for one in (*self.kinds, *self.subjects, *self.cited)):
            raise ValueError("none of these words is empty: kinds, subjects, cited")

    @property
    def about(self) -> tuple[object, ...]:
        """Which law of which country, for which data of whom, and what kind of limit."""
        whom = (self.kinds, self.subjects, self.services, self.not_services)
        return self.country, self.law, *whom, bool(self.minimum)

    def is_for(self, services: Collection[object]) -> bool:
        """Whether it is for a holder with these services."""
        if self.services and not any(one in self.services for one in services):
            return False
        return not any(one in self.not_services for one in services)


@dataclass(frozen=True)
class StatutoryTerms(Rows[StatutoryTerm]):
    """The table of terms of retention."""

    __hash__ = Rows.__hash__

    def of(self, country: str, on: date, services: Collection[object] = ()) -> tuple[StatutoryTerm, ...]:
        """The verified rows of a country to be used on a day for a holder with these services."""
        held = in_use(tuple(one for one in self.rows if one.country == country), on)
        return tuple(one for one in held if one.verified and one.is_for(services))
