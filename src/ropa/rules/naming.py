"""What a finding is about, in words: several entries of the register named in one breath."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ropa.glossary import term, text
from ropa.model import Register
from ropa.model.text import Text

MOST = 4
"""Names a message spells out; more are told by an ellipsis."""
LONGEST = 120
"""Characters of one name."""

Fact = Callable[[str], str]


def named(register: Register, values: Sequence[Text], vocabulary: str = "") -> Fact:
    """Several texts, or terms of a vocabulary, one after another: each once, the first few of them."""

    def said(language: str) -> str:
        found: dict[str, None] = {}
        for one in values:
            found.setdefault(_short(_word(register, one, vocabulary, language)))
            if len(found) > MOST:
                break
        names = [one for one in found if one]
        return "; ".join([*names[:MOST], *(["…"] if len(names) > MOST else [])])

    return said


def party(register: Register, key: str) -> Fact:
    """A party by its name, or by its key where it has none."""

    def said(language: str) -> str:
        return _short(text(register.party(key).name or key, language, register.language))

    return said


def activity(register: Register, key: str) -> Fact:
    """An activity by its name, or by its key where it has none."""
    return named(register, [register.activity(key).name or key])


def _word(register: Register, value: Text, vocabulary: str, language: str) -> str:
    if vocabulary:
        return term(vocabulary, value, language, register.language)
    return text(value, language, register.language)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
