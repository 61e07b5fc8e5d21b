"""Below how many persons no record need be kept (Article 30(5)): a row of a dated table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa.law.dated import holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A row: who employs fewer persons may be exempt. Days are inclusive; None where no last day is known."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    provision: str
    persons: int
    since: date
    source: str
    checked_on: date
    until: date | None = None
    regime: str = "eu"
    verified: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        if self.persons < 1:
            raise ValueError("a threshold is a number of persons")

    @property
    def about(self) -> tuple[object, ...]:
        """Of which provision it is."""
        return (self.provision,)

    def applies(self, on: date) -> bool:
        """Whether it is the threshold on that day."""
        return holds(self, on)
