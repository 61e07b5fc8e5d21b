"""What a letter keeps to itself: who else is a customer, also where somebody wrote it in a name or a note."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.audience.called import TELLING, words_of
from ropa.audience.veil import Veil
from ropa.model import PEOPLE, Register
from ropa.model.text import sayings


class Named:
    """The customers by the words of their names, so that a text is held against those alone that it may name."""

    def __init__(self, register: Register, customers: frozenset[str]) -> None:
        self.called = {key: tuple(_called(register, key)) for key in sorted(customers - {PEOPLE})}
        self._by_word: dict[str, dict[str, None]] = {}
        for key, names in self.called.items():
            for word in {word for name in names for word in words_of(name)}:
                self._by_word.setdefault(word, {})[key] = None
        self._known: dict[str, tuple[str, ...]] = {}

    def perhaps_in(self, text: str) -> tuple[str, ...]:
        """The customers of whose names some word stands in a text, or within a longer word of it."""
        if text not in self._known:
            met = (word for one in words_of(text) for word in (one, *_parts(one)))
            self._known[text] = tuple(
                dict.fromkeys(key for word in met for key in self._by_word.get(word, ()))
            )
        return self._known[text]


class Discretion:
    """Hides in a letter the names of the customers that its reader has nothing to do with, past and planned ones included."""

    def __init__(self, register: Register, named: Named, shown: frozenset[str]) -> None:
        self._register = register
        self._named = named
        self._shown = shown

    def text(self, said: str) -> str:
        """A text without these names."""
        left = [key for key in self._named.perhaps_in(said) if key not in self._shown]
        if not left:
            return said
        register = self._register
        return Veil.over(
            [key for key in left if not register.party(key).name],
            parties=[name for key in left if register.party(key).name for name in self._named.called[key]],
            beside=[name for key in sorted(self._shown) for name in _called(register, key)],
        ).text(said)


def _called(register: Register, key: str) -> Iterator[str]:
    yield from (*sayings(register.party(key).name),) or (key,)


def _parts(word: str) -> Iterator[str]:
    """The pieces of a word that could be a name that is met within longer words."""
    most = min(len(word), 60)
    for start in range(most - TELLING + 1):
        yield from (word[start:end] for end in range(start + TELLING, most + 1))
