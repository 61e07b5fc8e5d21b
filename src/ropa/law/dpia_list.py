"""What national lists say for which an impact assessment is required (Article 35(4)): rows of a dated table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from ropa.law.dated import Rows, in_use


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedType:
    """An entry of a list, as far as a register can show it: kinds of data or words, and criteria it needs besides."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    country: str
    number: str
    name: str
    source: str
    checked_on: date
    regime: str = "eu"
    kinds: tuple[str, ...] = ()
    """The kinds of personal data, as terms."""
    words: tuple[str, ...] = ()
    """Words of a purpose or a name; `*` stands for letters."""
    needs: tuple[str, ...] = ()
    """Criteria of WP248 that have to be stated as well, all of them."""
    since: date | None = None
    until: date | None = None
    verified: bool = True
    """Whether the entry was read in a source; where not, it makes no finding."""
    note: str = ""

    def __post_init__(self) -> None:
        if not (self.kinds or self.words):
            raise ValueError("an entry is told by kinds of data or by words: write kinds, words or both")
        if not all(one.strip(" *") for one in (*self.kinds, *self.words, *self.needs)):
            raise ValueError("none of these words is empty: kinds, words, needs")

    @property
    def about(self) -> tuple[object, ...]:
        """Which entry of which list."""
        return self.country, self.number


@dataclass(frozen=True)
class ListedTypes(Rows[ListedType]):
    """The tables of the lists."""

    __hash__ = Rows.__hash__

    def of(self, country: str, on: date) -> tuple[ListedType, ...]:
        """The verified entries of a country's list on a day."""
        held = in_use(tuple(one for one in self.rows if one.country == country), on)
        return tuple(one for one in held if one.verified)
