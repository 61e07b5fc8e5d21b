"""How long national law asks or allows data to be kept, from a dated table; only what the rules of retention use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache

from ropa.law.rows import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class StatutoryTerm:
    """A row: for whom and which data, at least or at most how long (ISO 8601), by which law. Days are inclusive."""

    country: str
    law: str
    source: str
    checked_on: date
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

    def applies(self, on: date, services: Collection[object] = ()) -> bool:
        """Whether it is to be used on that day for a holder with these services."""
        if (self.since and self.since > on) or (self.until and self.until < on):
            return False
        if self.services and not any(one in self.services for one in services):
            return False
        return not any(one in self.not_services for one in services)


@cache
def statutory_terms() -> tuple[StatutoryTerm, ...]:
    """Every row, those not verified too, in the order of the table.

    >>> [one.minimum for one in statutory_terms() if one.country == "BE" and one.minimum]
    ['P7Y', 'P10Y']
    """
    return tuple(StatutoryTerm(**row) for row in rows("retention.toml", "term"))


def terms_of(country: str, on: date, services: Collection[object] = ()) -> tuple[StatutoryTerm, ...]:
    """The verified rows of a country to be used on a day for a holder with these services.

    >>> [one.minimum for one in terms_of("DE", date(2026, 1, 1), ["bank"])]
    ['P10Y']
    """
    return tuple(
        one
        for one in statutory_terms()
        if one.country == country and one.verified and one.applies(on, services)
    )
