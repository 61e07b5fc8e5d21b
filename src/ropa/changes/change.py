"""A change between two registers, and all of them: typed, in words, and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field as kept
from datetime import date
from enum import Enum
from typing import Any

from ropa.changes.holder import of_others
from ropa.changes.kind import ChangeKind
from ropa.changes.reason import Reason
from ropa.changes.telling import Row, Telling
from ropa.changes.walk import Step
from ropa.fields import FieldCard
from ropa.glossary import require, spoken
from ropa.model import Hop, Register, plain
from ropa.model.text import Text
from ropa.sharing.answer import Answer
from ropa.sharing.saying import Saying
from ropa.transfer import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was. `before` or `after` is None where there was, or is, nothing."""

    kind: ChangeKind
    where: str
    """The path of the entry it is about: in the new register, or in the old one where it is gone."""
    field: str = ""
    """The key of the field; empty where it follows from several, as a transfer does."""
    before: Any = None
    after: Any = None
    activity: str = ""
    """The key of the activity; empty where it is about none, or about several."""
    party: str = ""
    """The key of the party it is about."""
    article: str = ""
    """The provision to look at."""
    weight: int
    """How soon to look at it: from 1, first, to 4, what only keeps the register."""
    reasons: tuple[Reason, ...] = ()
    """Why it is grave: of one weight, what has more reasons comes first."""
    sensitive: tuple[Text, ...] = ()
    """The data of Articles 9 and 10 that it brings somewhere."""
    standing: Standing | None = None
    """How the transfer stands on the day, where it is one."""
    countries: tuple[str, ...] = ()
    """Where the transfer goes, where its ground is what changed."""
    tells_field: bool = kept(default=False, repr=False, compare=False)
    """Whether its name leaves open which field it is."""
    card: FieldCard | None = kept(default=None, repr=False, compare=False)
    """The field."""
    trail: tuple[Step, ...] = kept(default=(), repr=False, compare=False)
    """The entries it stands in."""
    rank: tuple[int, int] = kept(default=(-1, 0), repr=False, compare=False)
    """Where it stands in the register."""
    hop: Hop | None = kept(default=None, repr=False, compare=False)
    """The flow it is about, where it came or went."""

    def as_json(self) -> dict[str, Any]:
        """The same as plain data."""
        return {
            "kind": self.kind.value,
            "weight": self.weight,
            "reasons": [one.value for one in self.reasons],
            "where": self.where,
            "activity": self.activity,
            "party": self.party,
            "field": self.field,
            "before": _json(self.before),
            "after": _json(self.after),
            "article": self.article,
            "countries": list(self.countries),
            "sensitive": _json(self.sensitive),
            "standing": self.standing.value if self.standing else "",
        }


@dataclass(frozen=True)
class Changes(Answer):
    """What changed from one register to another, what to look at first coming first. `register` is the new one."""

    old: Register = kept(repr=False, compare=False)
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    @property
    def language(self) -> str:
        """The language it speaks where none is asked for."""
        return spoken(self.register.language)

    def rows(self, language: str | None = None) -> tuple[Row, ...]:
        """Each change in the cells of a table, in a language (default: the register's own)."""
        telling = self._telling(Saying(self.register, require(language or self.language)))
        return tuple(telling.row(one) for one in self.changes)

    @property
    def of_others(self) -> bool:
        """Whether the two registers are of two holders: then this is no history of either."""
        return of_others(self.old, self.register)

    def remarks(self, language: str | None = None) -> tuple[str, ...]:
        """What to know before reading: that the registers are of two holders, or given in the wrong order."""
        telling = self._telling(Saying(self.register, require(language or self.language)))
        return tuple(telling.remarks(self.old, self.register))

    def _say(self, words: Saying) -> Iterator[str]:
        telling = self._telling(words)
        yield from telling.remarks(self.old, self.register)
        if not self.changes:
            yield telling.phrase("nothing")
        for one in self.changes:
            yield telling.sentence(one)

    def _telling(self, words: Saying) -> Telling:
        return Telling(Saying(self.old, words.language), words)

    def _plain(self) -> dict[str, Any]:
        return {"of_others": self.of_others, "changes": [one.as_json() for one in self.changes]}


def _json(value: Any) -> Any:
    """A value as JSON has it: days as text, everything within a part likewise."""
    found = value.value if isinstance(value, Enum) else plain(value)
    if isinstance(found, date):
        return found.isoformat()
    if isinstance(found, dict):
        return {key: _json(one) for key, one in found.items()}
    return [_json(one) for one in found] if isinstance(found, (list, tuple)) else found
