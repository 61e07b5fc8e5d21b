"""From which age a child consents alone to an online service (Article 8), country by country: a row of a dated table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa.law.dated import EU, holds

LOWEST, HIGHEST = 13, 16
"""What Article 8(1) leaves to a Member State: sixteen, or lower by its law, not below thirteen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """A row: the age of a country. Days are inclusive; None where no first or last day is known."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    country: str
    age: int
    source: str
    checked_on: date
    regime: str = "eu"
    law: str = ""
    """The provision of national law, where a source names it."""
    since: date | None = None
    until: date | None = None
    verified: bool = True
    """Whether sources agree on it; where not, no finding rests on it."""
    note: str = ""

    def __post_init__(self) -> None:
        if self.regime == EU and not LOWEST <= self.age <= HIGHEST:
            raise ValueError(f"Article 8(1) leaves the ages {LOWEST} to {HIGHEST}")

    @property
    def about(self) -> tuple[object, ...]:
        """Whose it is."""
        return (self.country,)

    def applies(self, on: date) -> bool:
        """Whether it is the age on that day."""
        return holds(self, on)
