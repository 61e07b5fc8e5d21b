"""Which party somebody means: by its key, by its number in a public register, or by its name."""

from __future__ import annotations

import re

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.model import Register
from ropa.model.text import sayings

MARKS = re.compile(r"[\s.\-/]")


def party_called(register: Register, word: str) -> str:
    """The key of a party; `UnknownEntry` with the nearest where there is none of that key, number or name."""
    if not isinstance(word, str):
        raise UnknownEntry(f"a party goes by its key, its number or its name, not by {str(word)[:60]!r}")
    if word in register.party_keys:
        return word
    asked, number = word.strip().casefold(), MARKS.sub("", word).casefold()
    found = [
        party.key
        for party in register.parties
        if asked in (name.strip().casefold() for name in sayings(party.name))
        or number in (MARKS.sub("", one.number).casefold() for one in party.registration)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownEntry(f"several parties are called {word[:60]!r}: {', '.join(found)}")
    names = [name for party in register.parties for name in (party.key, *sayings(party.name))]
    hint = nearest(word, names)
    raise UnknownEntry(f"there is no party {word[:60]!r}" + (f"; did you mean {hint!r}?" if hint else ""))
