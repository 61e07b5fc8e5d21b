"""Asks what a word means: one answer for the command, a script and a notebook, in four languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import overload

from ropa.errors import NotUnderstood, Problem, UnknownEntry
from ropa.explaining.article import of_article
from ropa.explaining.country import of_country
from ropa.explaining.field import field_names, of_field
from ropa.explaining.listing import LISTED, TABLES, of_table
from ropa.explaining.number import known_numbers, of_number
from ropa.explaining.rule import of_rule, rule_called
from ropa.explaining.term import of_term, vocabularies
from ropa.explaining.words import Lines
from ropa.glossary import LANGUAGES, known, markup
from ropa.glossary.book import nearest, require
from ropa.law import Tables
from ropa.law.standard import given
from ropa.model.country_called import called, country_names
from ropa.model.text import as_day
from ropa.rules import RULES, Rule


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that there is to say of a word, line by line."""

    word: str
    language: str
    lines: tuple[tuple[str, str], ...]
    """Each line after its kind: `first` for a heading, `aside` for what stands beside, else nothing."""

    def __str__(self) -> str:
        return "\n".join(line for _, line in self.lines)

    def _repr_html_(self) -> str:
        first, *rest = (line for _, line in self.lines)
        return markup.listing(first, rest, self.language)


@overload
def explain(word: str) -> Rule | Explanation: ...
@overload
def explain(
    word: str, *, language: str, on: date | None = None, tables: Tables | None = None
) -> Explanation: ...
def explain(
    word: str, *, language: str | None = None, on: date | None = None, tables: Tables | None = None
) -> Rule | Explanation:
    """What a word means: a rule by code or name, a provision, a decision, a country by code or name, a field, a term,
    or a dated table by its name (`tables` names them all).

    Without a language a rule comes as itself, and everything else in English; with one everything comes in its words. On a
    day, a country is told as it stands on that day. `tables` are dated tables with rows of your own. Raises
    `UnknownEntry` with the nearest word where it is none.

    >>> print(explain("thresholds", language="nl").lines[1][1])
    artikel 30, lid 5: minder dan 250 personen · vanaf 2018-05-25
    >>> explain("Zwitserland", language="en").lines[0][1]
    'CH: Switzerland · outside the EEA'
    >>> explain("ROPA002").name
    'processor-without-agreement'
    """
    asked = _asked(word)
    found = rule_called(asked)
    if found and language is None:
        return found
    spoken = require(language or LANGUAGES[0])
    lines = tuple(told(asked, spoken, given(tables), as_day(on) if on is not None else None))
    if not lines:
        raise UnknownEntry(_nothing(asked))
    return Explanation(asked, spoken, lines)


def told(word: str, language: str, tables: Tables, on: date | None) -> Lines:
    """All that there is to say of a word; nothing where it is none."""
    yield from of_rule(word, language)
    yield from of_article(word, language)
    yield from of_number(word, language, tables)
    about = (
        *of_field(word, language),
        *of_term(word, language),
        *of_table(word, language, tables),
    )
    code = called(word, small=not about)
    if code:
        yield from of_country(code, language, tables, on)
    yield from about


def _asked(word: object) -> str:
    if isinstance(word, str):
        return word.strip()
    raise NotUnderstood([Problem("word", "a word is wanted here", 'write "ROPA002", "30(1)(d)" or "ages"')])


def _nothing(word: str) -> str:
    words = every_word()
    begins = next((one for one in words if len(word) > 3 and one.startswith(word)), None)
    hint = begins or nearest(word, words)
    return f"nothing goes by {word[:60]!r}" + (f"; did you mean {hint!r}?" if hint else "")


def every_word() -> list[str]:
    """Every word there is something to say of, but for provisions and codes of countries."""
    words = [one.name for one in RULES] + [one.code for one in RULES]
    words += [*field_names()]
    words += [word for vocabulary in vocabularies() for word in known(vocabulary)]
    return [*words, *known_numbers(), *LISTED, TABLES, *country_names()]
