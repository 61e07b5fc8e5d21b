"""Countries, and which of them lie inside the European Economic Area on a given day: rows of a dated table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import ClassVar, Self

from ropa.law.dated import EU, Rows, holds

WHOLE_EEA = frozenset({"EU", "EEA"})
"""Words for a whole region that a register may use in place of a country."""


@cache
def _codes() -> frozenset[str]:
    text = (files("ropa.law") / "countries.txt").read_text("ascii")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


COUNTRIES = _codes() | WHOLE_EEA
"""Every code a register may name: ISO 3166-1 alpha-2, `EU` and `EEA`."""
OTHER_CODES = {"UK": "GB", "EL": "GR"}
"""Codes that others write for a country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A row: countries that are inside from `since` to `until`, both inclusive; None is open."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    countries: tuple[str, ...]
    source: str
    checked_on: date
    regime: str = "eu"
    since: date | None = None
    until: date | None = None
    verified: bool = True
    """Whether it was read in a source."""
    note: str = ""

    def __post_init__(self) -> None:
        if not self.countries or WHOLE_EEA & {*self.countries}:
            raise ValueError("a membership is that of one country or several")

    @property
    def about(self) -> tuple[object, ...]:
        """Whose it is."""
        return self.countries


@dataclass(frozen=True)
class Memberships(Rows[Membership]):
    """The table of memberships, held country by country."""

    __hash__ = Rows.__hash__

    def added(self, rows: Iterable[Membership]) -> Self:
        """The same table with rows added, each in place of that of its country with the same first day."""
        return Rows.added(self, (replace(row, countries=(code,)) for row in rows for code in row.countries))

    @cached_property
    def by_country(self) -> Mapping[str, tuple[Membership, ...]]:
        """The memberships of each country that is or was inside."""
        found: dict[str, tuple[Membership, ...]] = {}
        for row in self.rows:
            for code in row.countries if row.regime == EU else ():
                found[code] = (*found.get(code, ()), row)
        return found

    def inside(self, code: str, on: date) -> bool:
        """Whether a country (or `EU`, `EEA`) counts as inside the EEA on a day."""
        if code in WHOLE_EEA:
            return True
        return any(holds(row, on) for row in self.by_country.get(code, ()))

    def outside(self, codes: Iterable[str], on: date) -> tuple[str, ...]:
        """Those of the codes that lie outside the EEA on a day, in the order given."""
        found: tuple[str, ...] = self._outside(tuple(codes), on)
        return found

    @cached_property
    def _outside(self):  # type: ignore[no-untyped-def]  # a cache has no type worth writing
        """Flows go to the same few places: each row of countries is looked up once."""
        return lru_cache(maxsize=1024)(self._looked)

    def _looked(self, codes: tuple[str, ...], on: date) -> tuple[str, ...]:
        return tuple(code for code in codes if not self.inside(code, on))
