"""What a finding is about, in words: several entries of the register named in one breath."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ropa.errors import UnknownEntry
from ropa.glossary import phrase, quoted, term, text
from ropa.model import Flow, General, Register
from ropa.model.text import Text

MOST = 4
"""Names a message spells out; more are told by an ellipsis."""
LONGEST = 120
"""Characters of one name."""

Fact = Callable[[str], str]


def named(register: Register, values: Sequence[Text], vocabulary: str = "", *, every: bool = False) -> Fact:
    """Several texts, or terms of a vocabulary, one after another: each once, the first few of them or `every` one."""
    most = len(values) if every else MOST

    def said(language: str) -> str:
        found: dict[str, None] = {}
        for one in values:
            found.setdefault(_short(_word(register, one, vocabulary, language)))
            if len(found) > most:
                break
        names = [one for one in found if one]
        return phrase("report.semicolon", language).join(
            [*names[:most], *(["…"] if len(names) > most else [])]
        )

    return said


def party(register: Register, key: str) -> Fact:
    """A party by its name, or by its key where it has none."""

    def said(language: str) -> str:
        return _short(text(register.party(key).name or key, language, register.language))

    return said


def activity(register: Register, key: str) -> Fact:
    """An activity by its name, or by its key where it has none."""
    return named(register, [register.activity(key).name or key])


def entry(register: Register, path: str) -> Fact:
    """What stands at a path, as a reader calls it: a flow by its activity and its recipients, else its name or the path.

    The register itself where the path is empty; what is said in general is called that.
    """

    def said(language: str) -> str:
        if not path:
            return phrase("rules.words.register", language)
        try:
            found = register.entry(path)
        except UnknownEntry:  # a holder that the register does not describe
            return path
        if isinstance(found, Flow):
            around = entry(register, path.rpartition(".flows.")[0])(language)
            return f"{around} → {named(register, [register.party(key).name or key for key in found.recipient])(language)}"
        if isinstance(found, General):
            return quoted(phrase("report.said-in-general", language), language)
        name = getattr(found, "name", None)
        return _short(text(name, language, register.language)) if name else path

    return said


def _word(register: Register, value: Text, vocabulary: str, language: str) -> str:
    if vocabulary:
        return term(vocabulary, value, language, register.language)
    return text(value, language, register.language)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
