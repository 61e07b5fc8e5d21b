"""The words `ropa explain` has for days, rows and lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ropa.glossary import has_phrase, phrase, term
from ropa.model import Register
from ropa.wording import Wording

Lines = Iterator[tuple[str, str]]
"""Lines with their kind: the first of each thing, and what stands beside."""
FIRST, ASIDE, PLAIN = "first", "aside", ""


def says(word: str, language: str, **values: object) -> str:
    """A phrase of `ropa explain`."""
    return phrase(f"explain.{word}", language, **values)


def days(since: date | None, until: date | None, language: str) -> str:
    """From which day until which, as far as there are any."""
    begins = says("from", language, day=since) if since else ""
    ends = says("until", language, day=until) if until else ""
    return f"{begins} {ends}".strip()


def country(code: str, language: str) -> str:
    """The name of a country."""
    return term("countries", code, language)


def terms(vocabulary: str, words: Iterable[str], language: str) -> str:
    """The labels of several terms."""
    return ", ".join(term(vocabulary, word, language) for word in words)


def left_out(words: Iterable[str], language: str) -> str:
    """What a decision leaves out; a word of a row of one's own is said as it is."""
    keys = ((word, f"explain.left-out.{word}") for word in words)
    return ", ".join(phrase(key, language) if has_phrase(key) else word for word, key in keys)


def period(value: str, language: str) -> str:
    """A period as people say it."""
    return Wording(Register(), language).period(value)


def dotted(*parts: str) -> str:
    """What there is of the parts, with points between them."""
    return " · ".join(part for part in parts if part)


def looked_up(source: str, on: date, language: str) -> str:
    """Where a row comes from, and when somebody looked."""
    return says("source", language, source=source, day=on)
