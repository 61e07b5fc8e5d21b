"""Hides names in texts and keys: of whoever a copy does not show, nothing may be read between the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count

TELLING = 5
"""A name of one word that has so many letters is met within longer words too: `brisecourt` in `brisecourtois`."""
HIDDEN = "[…]"
"""What stands where a name stood; in every language."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = re.compile(r"[^\W_]+")


def _tokens(text: str) -> list[tuple[str, int, int]]:
    return [(one[0].casefold(), one.start(), one.end()) for one in _WORD.finditer(text)]


@dataclass(frozen=True)
class Veil:
    """Knows the names that must not be read, and what keys that give one away become.

    A name is met as whole words, in whatever letters and with whatever stands between them; a longer one of one word
    within words too.

    >>> veil = Veil.over(["Acme Ltd", "acme"])
    >>> veil.text("Hosting for ACME-Ltd. and Beta"), veil.key("payroll-acme"), veil.key("acmeology")
    ('Hosting for […]. and Beta', 'entry-1', 'acmeology')
    >>> Veil.over(["brisecourt"]).text("agents brisecourtois")
    'agents […]'
    """

    names: Mapping[str, tuple[tuple[str, ...], ...]]
    """The names by their first word, the longest first, word by word."""
    mails: bool = False
    """Whether e-mail addresses are hidden, whosever they are."""
    taken: frozenset[str] = frozenset()
    """The keys there are: none of them is given anew."""
    renamed: dict[str, str] = field(default_factory=dict)
    """What became of each key, so that it becomes the same everywhere."""

    @classmethod
    def over(cls, names: Iterable[str], taken: Iterable[str] = ()) -> Veil:
        """A veil over these names; `taken` are the keys there are."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for name in names:
            words = tuple(word for word, _, _ in _tokens(name))
            if words:
                found.setdefault(words[0], set()).add(words)
        longest = {first: tuple(sorted(held, key=len, reverse=True)) for first, held in found.items()}
        return cls(longest, taken=frozenset(taken))

    def text(self, text: str) -> str:
        """The text with every hidden name taken out."""
        if self.mails:
            text = _MAIL.sub(HIDDEN, text)
        if not self.names:
            return text
        tokens = _tokens(text)
        kept: list[str] = []
        done = at = 0
        while at < len(tokens):
            many = self._met(tokens, at)
            if many:
                kept += (text[done : tokens[at][1]], HIDDEN)
                done = tokens[at + many - 1][2]
            at += many or 1
        return "".join((*kept, text[done:])) if kept else text

    def hides(self, text: str) -> bool:
        """Whether the text gives a hidden name away."""
        return self.text(text) != text

    def key(self, key: str) -> str:
        """The same key, or a plain one in place of a key that gives a name away."""
        if key in self.renamed:
            return self.renamed[key]
        if not self.hides(key):
            return key
        free = (f"entry-{number}" for number in count(len(self.renamed) + 1))
        self.renamed[key] = next(one for one in free if one not in self.taken)
        return self.renamed[key]

    def _met(self, tokens: list[tuple[str, int, int]], at: int) -> int:
        """How many words from here on are a hidden name; none where there is none."""
        for name in self.names.get(tokens[at][0], ()):
            if tuple(word for word, _, _ in tokens[at : at + len(name)]) == name:
                return len(name)
        return int(any(word in tokens[at][0] for word in self._telling))

    @cached_property
    def _telling(self) -> tuple[str, ...]:
        every = (name for names in self.names.values() for name in names)
        return tuple(name[0] for name in every if len(name) == 1 and len(name[0]) >= TELLING)
