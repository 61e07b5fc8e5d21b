"""Which party a word on the command line means: by key, register number or name, for every question alike."""

from __future__ import annotations

from ropa.model import Register


def party_meant(register: Register, word: str) -> str:
    """The key of the party; `UnknownEntry` with the nearest where there is none, or several go by that name."""
    from ropa.sharing.impact.whom import party_called

    return party_called(register, word)


def party_or_activity_meant(register: Register, word: str) -> str:
    """The key of the party of that key, number or name; the word itself where it is an activity's, or nobody's."""
    from ropa.sharing.impact.whom import parties_called

    if word in register.party_keys or any(one.key == word for one in register.activities):
        return word
    return party_meant(register, word) if parties_called(register, word) else word
