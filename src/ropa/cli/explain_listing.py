"""The dated tables by their names, for `ropa explain ages`: every row in a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ropa.cli.explain_country import APPLIES
from ropa.cli.explain_rows import of_age, of_authority, of_clauses, of_decision, of_term, of_type
from ropa.cli.explain_words import ASIDE, FIRST, PLAIN, Lines, country, days, dotted, says
from ropa.glossary import citation
from ropa.law import Tables
from ropa.law.authority import authorities
from ropa.law.country import memberships
from ropa.law.dpia_list import listed_types
from ropa.law.statutory import statutory_terms

TABLES = "tables"
"""The word for all of them."""


def _eea(_: Tables, language: str) -> Iterator[str]:
    for code, rows in sorted(memberships().items()):
        spells = (days(row.since or APPLIES, row.until, language) for row in rows)
        yield f"{code}: {dotted(country(code, language), *spells)}"


def _adequacy(tables: Tables, language: str) -> Iterator[str]:
    return (f"{row.number}: {of_decision(row, language)}" for row in tables.decisions)


def _clauses(tables: Tables, language: str) -> Iterator[str]:
    return (f"{row.number}: {of_clauses(row, language)}" for row in tables.clause_sets)


def _ages(tables: Tables, language: str) -> Iterator[str]:
    return (
        f"{row.country}: {dotted(country(row.country, language), of_age(row, language))}"
        for row in tables.ages
    )


def _authorities(_: Tables, language: str) -> Iterator[str]:
    return (f"{row.country}: {of_authority(row, language)}" for row in authorities())


def _retention(_: Tables, language: str) -> Iterator[str]:
    return (f"{row.country}: {of_term(row, language)}" for row in statutory_terms())


def _dpia_lists(_: Tables, language: str) -> Iterator[str]:
    return (f"{row.country}: {of_type(row, language)}" for row in listed_types())


def _thresholds(tables: Tables, language: str) -> Iterator[str]:
    for row in tables.thresholds:
        fewer = says("fewer-than", language, persons=row.persons)
        yield f"{citation(row.provision, language)}: {dotted(fewer, days(row.since, row.until, language))}"


LISTED: Mapping[str, tuple[str, Callable[[Tables, str], Iterator[str]], str]] = {
    "adequacy": ("45", _adequacy, "decision"),
    "ages": ("8(1)", _ages, "age"),
    "authorities": ("51", _authorities, ""),
    "clauses": ("46(2)(c)", _clauses, "clauses"),
    "dpia-lists": ("35(4)", _dpia_lists, ""),
    "eea": ("", _eea, ""),
    "retention": ("5(1)(e)", _retention, ""),
    "thresholds": ("30(5)", _thresholds, "threshold"),
}
"""Each table by its name: the provision, its rows as lines, and what rows of one's own are called in a file, if one can add any."""


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
    if own:
        yield ASIDE, says("own-rows", language, name=own)
