"""What the dated tables say of a country, for `ropa explain`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from ropa.cli.explain_rows import Row, of_age, of_authority, of_decision, of_term, of_type
from ropa.cli.explain_words import ASIDE, FIRST, PLAIN, Lines, country, days, dotted, looked_up, says
from ropa.glossary import citation
from ropa.law import Tables
from ropa.law.authority import authority_of
from ropa.law.country import WHOLE_EEA, memberships
from ropa.law.dpia_list import listed_types
from ropa.law.statutory import statutory_terms

APPLIES = date(2018, 5, 25)
"""The first day of the Regulation, where a membership is older."""
OneRow = TypeVar("OneRow", bound=Row)


def of_country(code: str, language: str, tables: Tables) -> Lines:
    """Whether it is in the EEA, by day, and every row about it: decisions, age, authorities, terms, lists."""
    rows = memberships().get(code, ())
    inside = code in WHOLE_EEA or any(row.until is None for row in rows)
    yield FIRST, f"{code}: {country(code, language)} · {says('inside' if inside else 'outside', language)}"
    for row in rows:
        spell = days(row.since or APPLIES, row.until, language)
        yield PLAIN, f"{says('inside', language)} {spell}: {row.source}"
    for decision in tables.of_country(code):
        yield PLAIN, f"{decision.number} · {of_decision(decision, language)}"
    yield from _listed("ages", "8(1)", (one for one in tables.ages if one.country == code), of_age, language)
    yield from _listed("authorities", "51", authority_of(code), of_authority, language)
    yield from _listed("retention", "5(1)(e)", _about(code, statutory_terms()), of_term, language)
    yield from _listed("dpia-lists", "35(4)", _about(code, listed_types()), of_type, language)


def _about(code: str, rows: Iterable[OneRow]) -> Iterator[OneRow]:
    return (row for row in rows if getattr(row, "country", "") == code)


def _listed(
    name: str, provision: str, rows: Iterable[OneRow], line: Callable[[OneRow, str], str], language: str
) -> Lines:
    """The rows of a table under its title; with remarks, and the source of several rows once."""
    held = tuple(rows)
    if held:
        yield PLAIN, ""
        yield FIRST, dotted(says(f"table-{name}", language), citation(provision, language))
    for row, after in zip_longest(held, held[1:]):
        yield PLAIN, line(row, language)
        if row.note:
            yield ASIDE, row.note
        if after is None or (after.source, after.checked_on) != (row.source, row.checked_on):
            yield ASIDE, looked_up(row.source, row.checked_on, language)
