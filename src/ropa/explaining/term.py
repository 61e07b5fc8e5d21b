"""What a known term is called, the provision it stands for, and what it brings with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ropa.explaining.article import OF_THE_LAW
from ropa.explaining.words import ASIDE, FIRST, Lines
from ropa.fields import every_card
from ropa.glossary import LANGUAGES, citation, known


def of_term(word: str, language: str) -> Lines:
    """A term in every vocabulary that knows it; nothing where none does."""
    for vocabulary in vocabularies():
        if word in known(vocabulary):
            yield from _term(vocabulary, word, known(vocabulary)[word], language)


def vocabularies() -> tuple[str, ...]:
    """The vocabularies of the fields; countries are told by their own rows."""
    found = (one.vocabulary for one in every_card())
    return tuple(dict.fromkeys(one for one in found if one and one != "countries"))


def _term(vocabulary: str, word: str, block: Mapping[str, Any], language: str) -> Lines:
    of_the_law = (kind for name, kind in OF_THE_LAW if name == vocabulary)
    provision = next(
        (one.provision for kind in of_the_law for one in kind if one.value == word), block.get("article")
    )
    cited = f" · {citation(provision, language)}" if isinstance(provision, str) else ""
    yield FIRST, f"{word}: {block[language]}{cited}"
    brought = (
        f"{key}: {_plain(value)}" for key, value in block.items() if key not in (*LANGUAGES, "article")
    )
    yield ASIDE, ", ".join((vocabulary, *brought))


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)
