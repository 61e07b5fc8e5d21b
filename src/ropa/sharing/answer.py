"""What every answer about sharing has in common: the day, sentences in a language, and plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ropa.glossary import markup, spoken
from ropa.model import Hop, Register
from ropa.sharing.saying import Saying, saying


@dataclass(frozen=True)
class Answer:
    """The answer to a question about a register on a day (None: whenever): a value that speaks four languages."""

    register: Register = field(repr=False, compare=False)
    on: date | None

    def sentences(self, language: str | None = None) -> tuple[str, ...]:
        """One sentence for each thing found, in a language (default: the register's own)."""
        return tuple(self._say(saying(self.register, language, self.on)))

    def as_json(self) -> dict[str, Any]:
        """The same as plain data: texts, numbers, lists and mappings."""
        return {"on": self.on.isoformat() if self.on else "", **self._plain()}

    def __str__(self) -> str:
        return "\n".join(self.sentences())

    def _repr_html_(self) -> str:
        language = spoken(self.register.language)
        return markup.listing(self.on.isoformat() if self.on else "", self.sentences(), language)

    def _say(self, words: Saying) -> Iterator[str]:
        raise NotImplementedError

    def _plain(self) -> dict[str, Any]:
        raise NotImplementedError


def parties_of(path: Iterable[Hop]) -> tuple[str, ...]:
    """The keys along a path, its beginning included."""
    hops = tuple(path)
    return (hops[0].sender, *(hop.recipient for hop in hops)) if hops else ()
