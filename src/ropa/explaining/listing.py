"""The dated tables by their names, for `ropa explain ages`: every row in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ropa.explaining.rows import of_age, of_authority, of_clauses, of_decision, of_term, of_type
from ropa.explaining.words import ASIDE, FIRST, PLAIN, Lines, country, days, dotted, says
from ropa.glossary import citation
from ropa.law import APPLIES, Tables

TABLES = "tables"
"""The word for all of them."""


def _eea(tables: Tables, language: str) -> Iterator[str]:
    for code, rows in sorted(tables.eea.by_country.items()):
        spells = (days(row.since or APPLIES, row.until, language) for row in rows)
        unsure = "" if all(row.verified for row in rows) else says("unverified", language)
        yield f"{code}: {dotted(country(code, language), *spells, unsure)}"


def _adequacy(tables: Tables, language: str) -> Iterator[str]:
    return (f"{row.number}: {of_decision(row, language)}" for row in tables.decisions)


def _clauses(tables: Tables, language: str) -> Iterator[str]:
    return (f"{row.number}: {of_clauses(row, language)}" for row in tables.clause_sets)


def _ages(tables: Tables, language: str) -> Iterator[str]:
    return (
        f"{row.country}: {dotted(country(row.country, language), of_age(row, language))}"
        for row in tables.ages
    )


def _authorities(tables: Tables, language: str) -> Iterator[str]:
    return (f"{row.country}: {of_authority(row, language)}" for row in tables.authorities)


def _retention(tables: Tables, language: str) -> Iterator[str]:
    return (f"{row.country}: {of_term(row, language)}" for row in tables.retention)


def _dpia_lists(tables: Tables, language: str) -> Iterator[str]:
    return (f"{row.country}: {of_type(row, language)}" for row in tables.dpia_lists)


def _thresholds(tables: Tables, language: str) -> Iterator[str]:
    for row in tables.thresholds:
        fewer = says("fewer-than", language, persons=row.persons)
        yield f"{citation(row.provision, language)}: {dotted(fewer, days(row.since, row.until, language))}"


LISTED: Mapping[str, tuple[str, Callable[[Tables, str], Iterator[str]], str]] = {
    "adequacy": ("45", _adequacy, "decision"),
    "ages": ("8(1)", _ages, "age"),
    "authorities": ("51", _authorities, "authority"),
    "clauses": ("46(2)(c)", _clauses, "clauses"),
    "dpia-lists": ("35(4)", _dpia_lists, "dpia"),
    "eea": ("", _eea, "membership"),
    "retention": ("5(1)(e)", _retention, "retention"),
    "thresholds": ("30(5)", _thresholds, "threshold"),
}
"""Each table by its name: the provision, its rows as lines, and what rows of one's own are called in a file."""


def of_table(word: str, language: str, tables: Tables) -> Lines:
    """The rows of the table of that name; the names of all for `tables`; nothing where it is none."""
    if word == TABLES:
        yield FIRST, says("tables", language)
        for name, (provision, _, _) in LISTED.items():
            yield PLAIN, f"{name}: {dotted(says(f'table-{name}', language), citation(provision, language))}"
    if word not in LISTED:
        return
    provision, rows, own = LISTED[word]
    yield FIRST, f"{word}: {dotted(says(f'table-{word}', language), citation(provision, language))}"
    for line in rows(tables, language):
        yield PLAIN, line
    yield ASIDE, says("own-rows", language, name=own)
