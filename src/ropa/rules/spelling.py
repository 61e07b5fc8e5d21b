"""Words that are nearly a known term: where any word may stand, a slip of the pen is taken for a word of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

from ropa.glossary import LANGUAGES, known
from ropa.glossary.book import nearest
from ropa.model import Register
from ropa.model.part import Part
from ropa.model.spec import parts, specs

TERM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""How a term is written; a text in words of its own has blanks, capitals or accents."""
LEAST = 5
"""Letters of a word that can be mistyped: shorter ones are too much alike."""
ALIKE, ALIKE_IN_PART = 0.88, 0.75
"""How much alike two words are that differ by a letter or two; two of several parts of which only one differs."""
CODES = "countries"
"""A code is right or is refused."""


def misspelt(part: Part) -> Iterator[tuple[str, str]]:
    """Each word in an entry that is nearly a known term, with that term; whatever is not in force included."""
    for spec in specs(type(part)).values():
        held = getattr(part, spec.name)
        if spec.mapping:
            continue
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, Part):
                yield from misspelt(one)
            elif isinstance(one, str) and spec.known and not spec.closed and spec.known.vocabulary != CODES:
                near = meant(one, spec.known.vocabulary)
                if near:
                    yield one, near


@lru_cache(4096)
def meant(word: str, vocabulary: str) -> str:
    """The known term that a word is nearly; empty where it is one, a word of some language, or like none.

    >>> meant("employes", "data-subjects"), meant("employees", "data-subjects"), meant("contrat", "legal-bases")
    ('employees', '', '')
    """
    terms = known(vocabulary)
    if word in terms or len(word) < LEAST or not TERM.fullmatch(word) or word in _words():
        return ""
    near = nearest(word, terms)
    return near if near and _is_near(word, near) else ""


def _is_near(word: str, term: str) -> bool:
    alike = SequenceMatcher(None, word, term).ratio()
    ours, theirs = word.split("-"), term.split("-")
    differ = sum(one != other for one, other in zip(ours, theirs, strict=False))
    in_part = len(ours) == len(theirs) > 1 and differ == 1 and alike >= ALIKE_IN_PART
    return alike >= ALIKE or in_part


@cache
def _words() -> frozenset[str]:
    """Every word of the labels of every vocabulary in every language: who writes one of them has not mistyped another."""
    found: set[str] = set()
    named = {one.known.vocabulary for part in parts(Register) for one in specs(part).values() if one.known}
    for name in named - {CODES}:
        for block in known(name).values():
            for language in LANGUAGES:
                found |= set(re.findall(r"\w+", str(block[language]).casefold()))
    return frozenset(found)
