"""What somebody is called in a text: by a whole name, by it without its legal form, by the one word that tells who it is."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ropa.glossary import LANGUAGES, known
from ropa.glossary.book import known_phrases
from ropa.model import Register
from ropa.model.spec import parts, specs

Words = tuple[str, ...]
TELLING = 5
"""A word of a name that has so many letters tells who it is: it is met alone, and within longer words."""
ENOUGH = 4
"""What is left of a name without its legal form has so many letters, or is met in its very letters only."""
PRINTED = ("annexes", "report", "copied", "citation")
"""Files of the glossary whose words stand in every copy and annex, whoever a customer is."""
LONGEST_FORM = 5
"""No legal form has more words."""
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")


class Token(NamedTuple):
    """A word of a text: without capitals and accents, and where it stands."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words of a text."""
    return [Token(_plain(one[0]), one.start(), one.end()) for one in _WORD.finditer(text)]


def words_of(text: str) -> Words:
    """The words of a text alone.

    >>> words_of("Société De Korenaar, N.V.")
    ('societe', 'de', 'korenaar', 'n', 'v')
    """
    return tuple(one.word for one in tokens(text))


def _plain(word: str) -> str:
    if word.isascii():
        return word.casefold()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def without_form(words: Words) -> Words:
    """A name without the legal forms at either end; what is nothing but a form stays.

    >>> without_form(("de", "korenaar", "b", "v")), without_form(("stichting", "zon")), without_form(("nv",))
    (('de', 'korenaar'), ('zon',), ('nv',))
    """
    while True:
        shorter = words[: len(words) - form_after(words)] or words
        shorter = shorter[form_before(shorter) :] or shorter
        if shorter == words:
            return words
        words = shorter


def form_after(words: Sequence[str], start: int | None = None) -> int:
    """How many words the legal form takes at the end of a name, or from a place in a text on."""
    for form in _forms("after"):
        at = len(words) - len(form) if start is None else start
        if at >= 0 and tuple(words[at : at + len(form)]) == form:
            return len(form)
    return 0


def form_before(words: Sequence[str], end: int | None = None) -> int:
    """How many words the legal form takes at the start of a name, or up to a place in a text."""
    for form in _forms("before"):
        at = 0 if end is None else end - len(form)
        if at >= 0 and tuple(words[at : at + len(form)]) == form:
            return len(form)
    return 0


def telling(words: Words) -> Iterator[str]:
    """The words of a name of several that tell by themselves whose it is: long ones, and none that many names have."""
    if len(words) > 1:
        yield from (one for one in words if len(one) >= TELLING and one not in ordinary())


def is_enough(words: Words) -> bool:
    """Whether a name without its form still tells who it is, however it is written."""
    return sum(map(len, words)) >= ENOUGH and not is_ordinary(words)


def is_ordinary(words: Collection[str]) -> bool:
    """Whether it is one word that is said of anybody."""
    return len(words) == 1 and not ordinary().isdisjoint(words)


@cache
def ordinary() -> frozenset[str]:
    """Words that give nobody away: those of the terms of a register, of what is printed around them, of the names of many."""
    vocabularies = {
        one.known.vocabulary for part in parts(Register) for one in specs(part).values() if one.known
    }
    terms = (
        said
        for name in vocabularies
        for word, block in known(name).items()
        for said in (word, *(str(block.get(language, "")) for language in LANGUAGES))
    )
    listed = (word for words in _lists()["ordinary"].values() for word in words)
    printed = (said for name in PRINTED for said in _said(known_phrases(name)))
    return frozenset(word for said in (*terms, *listed, *printed) for word in words_of(said))


def _said(block: Any) -> Iterator[str]:
    """Every sentence of a part of the glossary."""
    waiting = [block]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        else:
            waiting.extend(one.values())


@cache
def _forms(where: str) -> tuple[Words, ...]:
    """The legal forms that stand there, the longest first; a short one with dots between its letters too."""
    found = {words_of(one) for one in _lists()["legal-forms"][where]}
    found |= {tuple(one[0]) for one in found if len(one) == 1 and len(one[0]) <= LONGEST_FORM}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files("ropa.audience").joinpath("names.toml").read_text("utf-8"))
