"""Says things in the reader's language, fit to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ropa.glossary import phrase, term, text
from ropa.sharing.graph import party_node
from ropa.typeface import printable

if TYPE_CHECKING:
    from ropa.law import Tables

Said = str | Mapping[str, str]
"""A text as a register has it: in the register's own language, or one for each of several."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of the reader, and the language of texts that do not say theirs."""

    language: str
    default: str
    tables: Tables | None = None
    """Dated tables with rows of one's own, by which a country lies outside the EEA; None: the library's."""
    judged: bool = True
    """Whether all is there that a transfer is judged by: who does not see it is not told that no ground is stated."""
    called: Mapping[str, str] = field(default_factory=dict)
    """What the parties of the picture are called, by their nodes."""

    def phrase(self, key: str, **values: object) -> str:
        """Words of the picture itself."""
        return phrase(f"drawing.{key}", self.language, **values)

    def text(self, said: Said) -> str:
        """A text from the register."""
        return printable(text(said, self.language, self.default), any_script=True)

    def party(self, key: str) -> str:
        """What a party is called, by its key; where the picture does not show it that key."""
        return self.called.get(party_node(key)) or self.text(key)

    def partly(self, said: str) -> str:
        """What holds for some of the flows that are one line, and not for the others."""
        return self.phrase("partly", said=said)

    def term(self, vocabulary: str, word: Said) -> str:
        """A known term, or what was written in its place."""
        return printable(term(vocabulary, word, self.language, self.default), any_script=True)

    def terms(self, vocabulary: str, words: Iterable[Said]) -> tuple[str, ...]:
        """Terms without those that would be said twice."""
        return tuple(dict.fromkeys(self.term(vocabulary, word) for word in words))
