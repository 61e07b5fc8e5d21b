"""Supervisory authorities of the European Economic Area and the United Kingdom (Article 51), from a dated table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache

from ropa.law.rows import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A supervisory authority. Days are inclusive; None where no first or last day is known."""

    country: str
    """Its country; `EU` for the one over the Union's own bodies."""
    names: Mapping[str, str] = field(hash=False)
    """Its name by language: its own, and English."""
    source: str
    checked_on: date
    also: tuple[str, ...] = ()
    """Other forms of its name in use."""
    common: tuple[str, ...] = ()
    """Forms that others use too, or that are words of the language: they do not tell the country."""
    short: tuple[str, ...] = ()
    """Its abbreviations, as they are written."""
    web: tuple[str, ...] = ()
    """Where it stands on the web, without the scheme."""
    region: str = ""
    """The part of the country it is for; empty for the whole of it."""
    only_for: str = ""
    """For whom, where not for everybody: `public-bodies`, `private-bodies`, `union-bodies`."""
    since: date | None = None
    until: date | None = None
    verified: bool = True
    """Whether its name was read in a source."""
    note: str = ""

    def exists(self, on: date) -> bool:
        """Whether it is one on that day."""
        return not (self.since and self.since > on) and not (self.until and self.until < on)


def authorities() -> tuple[Authority, ...]:
    """Every supervisory authority of the table, past ones included, in the order of the table.

    >>> [one.names["nl"] for one in authorities() if "GBA" in one.short]
    ['Gegevensbeschermingsautoriteit']
    """
    return _table()


def authority_of(country: str, on: date | None = None) -> tuple[Authority, ...]:
    """The authorities of a country, those for the whole of it first (None: whenever); none for a country not listed.

    >>> authority_of("NL")[0].web
    ('autoriteitpersoonsgegevens.nl',)
    >>> [one.names["en"] for one in authority_of("GB", date(2026, 10, 1))]
    ['Information Commission']
    """
    found = [one for one in _table() if one.country == country and (on is None or one.exists(on))]
    return tuple(sorted(found, key=lambda one: bool(one.region)))


def authorities_in(text: str, *, certain: bool = False) -> tuple[Authority, ...]:
    """The authorities a text names: by a name, an abbreviation as it is written, or an address on the web.

    `certain`: only by what no other authority is called.

    >>> [one.country for one in authorities_in("U kunt klagen bij de AP (autoriteitpersoonsgegevens.nl).")]
    ['NL']
    >>> authorities_in("the competent supervisory authority")
    ()
    """
    return (_remembered if len(text) < SHORT else _named_in)(text, certain)


def _named_in(text: str, certain: bool) -> tuple[Authority, ...]:
    said, plain = text[:LONGEST], text[:LONGEST].casefold().replace("’", "'")
    return tuple(
        one
        for one, (exact, loose) in zip(_table(), _shapes(certain), strict=True)
        if loose.search(plain) or exact.search(said)
    )


_remembered = lru_cache(maxsize=2_000)(_named_in)
"""Registers say the same things again and again: short texts are looked at once."""
LONGEST = 10_000
"""Characters of a text that are looked at."""
SHORT = 300
"""Characters of a text worth remembering."""


@cache
def _table() -> tuple[Authority, ...]:
    return tuple(Authority(**row) for row in rows("authorities.toml", "authority"))


@cache
def _shapes(certain: bool) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What to look for: abbreviations and English names exactly as written, the rest whatever the case."""
    return tuple(
        (_any(_but(_written(one), one, certain)), _any(map(str.casefold, _but(_other(one), one, certain))))
        for one in _table()
    )


def _written(one: Authority) -> Iterator[str]:
    yield from one.short
    yield from (name for name in one.common if name.isupper())
    if "en" in one.names:  # "Data Protection Authority" is a name, "the data protection authority" is not
        yield one.names["en"]


def _other(one: Authority) -> Iterator[str]:
    yield from (name for language, name in one.names.items() if language != "en")
    yield from (*one.also, *one.web)
    yield from (name for name in one.common if not name.isupper() and name != one.names.get("en"))


def _but(names: Iterator[str], one: Authority, certain: bool) -> Iterator[str]:
    return (name for name in names if not (certain and name in one.common))


def _any(words: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in words) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
