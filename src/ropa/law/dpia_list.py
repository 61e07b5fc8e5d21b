"""What national lists say for which an impact assessment is required (Article 35(4)), from a dated table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from ropa.law.rows import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedType:
    """An entry of a list, as far as a register can show it: kinds of data or words, and criteria it needs besides."""

    country: str
    number: str
    name: str
    source: str
    checked_on: date
    kinds: tuple[str, ...] = ()
    """The kinds of personal data, as terms."""
    words: tuple[str, ...] = ()
    """Words of a purpose or a name; `*` stands for letters."""
    needs: tuple[str, ...] = ()
    """Criteria of WP248 that have to be stated as well, all of them."""
    since: date | None = None
    verified: bool = True
    """Whether the entry was read in a source; where not, it makes no finding."""
    note: str = ""


@cache
def listed_types() -> tuple[ListedType, ...]:
    """Every row, those not verified too, in the order of the table."""
    return tuple(ListedType(**row) for row in rows("dpia-lists.toml", "type"))


def listed_in(country: str, on: date) -> tuple[ListedType, ...]:
    """The verified entries of a country's list on a day.

    >>> listed_in("NL", date(2019, 11, 26))
    ()
    >>> listed_in("NL", date(2019, 11, 27))[1].name
    'Zwarte lijsten'
    """
    return tuple(
        one
        for one in listed_types()
        if one.country == country and one.verified and not (one.since and one.since > on)
    )
