"""Looks words up in the glossary's files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from ropa.errors import UnknownLanguage
from ropa.glossary.setting import elided, printed

LANGUAGES = ("en", "nl", "fr", "de")
"""The languages every label exists in; the first is the one to fall back on for a stranger's text."""

ONE = "-single"
"""What the key of a phrase ends in that is said of one only."""

Words = str | Mapping[str, str]


def require(language: str) -> str:
    """The language itself, or `UnknownLanguage` with the ones there are."""
    if language in LANGUAGES:
        return language
    raise UnknownLanguage(f"no labels in {language[:20]!r}; there are {', '.join(LANGUAGES)}")


def spoken(language: str) -> str:
    """The language of a register if there are words in it, else the one to fall back on.

    >>> spoken("nl"), spoken("pl")
    ('nl', 'en')
    """
    return language if language in LANGUAGES else LANGUAGES[0]


@cache
def _file(name: str) -> dict[str, Any]:
    """A file of the glossary; or all files of a folder of that name, each with the same first table."""
    here = files("ropa.glossary") / name
    if not here.is_dir():
        return tomllib.loads((files("ropa.glossary") / f"{name}.toml").read_text("utf-8"))
    found: dict[str, Any] = {}
    for one in sorted(here.iterdir(), key=lambda file: file.name):
        found |= tomllib.loads(one.read_text("utf-8"))[name]
    return {name: found}


@cache
def known(vocabulary: str) -> Mapping[str, Mapping[str, Any]]:
    """The known terms of a vocabulary: machine word → its block (labels, and what the term brings with it).

    >>> known("rights")["access"]["article"]
    '15'
    """
    return _file("countries") if vocabulary == "countries" else _file(f"terms/{vocabulary}")


@cache
def _template(key: str, language: str) -> str:
    block: Any = _file(key.partition(".")[0])
    for part in key.split("."):
        block = block[part]
    return printed(block[require(language)], language)


@cache
def _of_one(key: str, language: str) -> str:
    """The words for a single one, where the glossary has them beside those for several."""
    return _template(f"{key}{ONE}" if has_phrase(f"{key}{ONE}") else key, language)


def has_phrase(key: str) -> bool:
    """Whether the glossary holds that phrase.

    >>> has_phrase("report.title"), has_phrase("rules.no-such-rule.message")
    (True, False)
    """
    block: Any = _file(key.partition(".")[0])
    for part in key.split("."):
        block = block.get(part) if isinstance(block, dict) else None
    return block is not None


def known_phrases(name: str) -> Mapping[str, Mapping[str, str]]:
    """All phrases of a file, each by its key with its words in every language."""
    found: Mapping[str, Mapping[str, str]] = _file(name)[name]
    return found


def phrase(key: str, language: str, /, **values: object) -> str:
    """A sentence or heading of the library's own, its `{gaps}` filled in.

    The key begins with the name of its file: `report.contents` stands in `report.toml` under `[report.contents]`.
    Where a `number` or `count` is one, and the key with `-single` has words of its own, those are said.

    >>> phrase("summary.others", "en", number=2), phrase("summary.others", "en", number=1)
    ('and 2 others', 'and 1 other')
    """
    if not values:
        return _template(key, language)
    single = values.get("number", values.get("count")) == 1
    template = (_of_one if single else _template)(key, language)
    return elided(template, language, values).format(**values)


def names_field(owner: str, name: str, language: str) -> str:
    """The label of a field of the model, by the class that declares it.

    >>> names_field("Facts", "purposes", "nl")
    'Verwerkingsdoeleinden'
    """
    return printed(str(_file("fields")[owner][name][require(language)]), language)


def text(value: Words, language: str, default: str = "") -> str:
    """A text in the reader's language if it has it; else in the register's own; else in any it has.

    >>> text({"nl": "lonen", "fr": "salaires"}, "fr"), text({"nl": "lonen"}, "de", "nl")
    ('salaires', 'lonen')
    """
    if isinstance(value, str):
        return value
    for wanted in (language, default, *LANGUAGES):
        if wanted in value:
            return value[wanted]
    return next(iter(value.values()), "")


def term(vocabulary: str, word: Words, language: str, default: str = "") -> str:
    """The label of a known term; a free text comes back as it was written.

    >>> term("roles", "processor", "fr"), term("services", "kapper", "fr")
    ('sous-traitant', 'kapper')
    """
    if not isinstance(word, str):
        return text(word, language, default)
    block = known(vocabulary).get(word)
    return word if block is None else printed(str(block[language]), language)


def nearest(word: str, words: object) -> str | None:
    """The word most like a mistyped one, or None where nothing comes near."""
    found = get_close_matches(str(word)[:100], [str(one) for one in words], n=1, cutoff=0.6)  # type: ignore[attr-defined]
    return found[0] if found else None
