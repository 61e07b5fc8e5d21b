"""Which party somebody means: by its key, by its number in a public register, or by its name."""

from __future__ import annotations

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.model import Party, Register
from ropa.model.number import Number, bare, numbers_of, numbers_written
from ropa.model.text import sayings
from ropa.model.wanted import a_key, key_called


def party_called(register: Register, word: str) -> str:
    """The key of a party; `UnknownEntry` with the nearest where there is none of that key, number or name."""
    a_key(word)
    found = parties_called(register, word)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownEntry(f"several parties are called {word[:60]!r}: {', '.join(found)}")
    names = [name for party in register.parties for name in (party.key, *sayings(party.name))]
    hint = nearest(word, names) or key_called(word, register.parties)
    raise UnknownEntry(f"there is no party {word[:60]!r}" + (f"; did you mean {hint!r}?" if hint else ""))


def parties_called(register: Register, word: str) -> tuple[str, ...]:
    """The keys of the parties that have this key, number or name: a key is of one, a name may be of several."""
    if word in register.party_keys:
        return (word,)
    asked, numbers = word.strip().casefold(), numbers_written(word)
    return tuple(
        party.key
        for party in register.parties
        if asked in (name.strip().casefold() for name in sayings(party.name)) or _has(party, word, numbers)
    )


def _has(party: Party, word: str, numbers: frozenset[Number]) -> bool:
    """Whether a party has one of these numbers, or in another register one that is written so."""
    if not party.registration:
        return False
    return not numbers.isdisjoint(numbers_of(party)) or bare(word) in (
        bare(one.number) for one in party.registration
    )
