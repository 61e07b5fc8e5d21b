"""Supervisory authorities of the European Economic Area and the United Kingdom (Article 51): rows of a dated table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import ClassVar

from ropa.law.dated import Rows, in_use

LONGEST = 10_000
"""Characters of a text that are looked at."""
SHORT = 300
"""Characters of a text worth remembering: registers say the same things again and again."""
WHOM = ("public-bodies", "private-bodies", "union-bodies")
"""For whom an authority can be, where it is not for everybody."""
Shapes = tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A supervisory authority. Days are inclusive; None where no first or last day is known."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    country: str
    """Its country; `EU` for the one over the Union's own bodies."""
    names: Mapping[str, str] = field(hash=False)
    """Its name by language: its own, and English."""
    source: str
    checked_on: date
    regime: str = "eu"
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

    def __post_init__(self) -> None:
        forms = (*self.names.values(), *self.also, *self.common, *self.short, *self.web)
        if not self.names or not all(form.strip() for form in forms):
            raise ValueError("an authority has a name, and no form of it is empty")
        if self.only_for not in ("", *WHOM):
            raise ValueError(f"an authority is for one of {', '.join(WHOM)}, or for everybody")

    @property
    def about(self) -> tuple[object, ...]:
        """Of which part of which country it is, and for whom."""
        return self.country, self.region, self.only_for


@dataclass(frozen=True)
class Authorities(Rows[Authority]):
    """The table of authorities."""

    __hash__ = Rows.__hash__

    def of(self, country: str, on: date | None = None) -> tuple[Authority, ...]:
        """The authorities of a country, those for the whole of it first (None: whenever); none for a country not listed."""
        found = tuple(one for one in self.rows if one.country == country)
        return tuple(sorted(found if on is None else in_use(found, on), key=lambda one: bool(one.region)))

    def named_in(self, text: str, *, certain: bool = False) -> tuple[Authority, ...]:
        """The authorities a text names: by a name, an abbreviation as it is written, or an address on the web.

        `certain`: only by what no other authority is called.
        """
        return (self._remembered if len(text) < SHORT else self._looked)(text, certain)

    def _looked(self, text: str, certain: bool) -> tuple[Authority, ...]:
        said, plain = text[:LONGEST], text[:LONGEST].casefold().replace("’", "'")
        shapes = self._certain if certain else self._any
        return tuple(
            one
            for one, (exact, loose) in zip(self.rows, shapes, strict=True)
            if loose.search(plain) or exact.search(said)
        )

    @cached_property
    def _remembered(self):  # type: ignore[no-untyped-def]  # a cache has no type worth writing
        return lru_cache(maxsize=2_000)(self._looked)

    @cached_property
    def _certain(self) -> Shapes:
        return tuple(_shapes(one, certain=True) for one in self.rows)

    @cached_property
    def _any(self) -> Shapes:
        return tuple(_shapes(one, certain=False) for one in self.rows)


def _shapes(one: Authority, *, certain: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What to look for: abbreviations and English names exactly as written, the rest whatever the case."""
    exact, loose = _but(_written(one), one, certain), _but(_other(one), one, certain)
    return _any(exact), _any(map(str.casefold, loose))


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
