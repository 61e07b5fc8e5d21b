"""What the dated tables say of a country, for `ropa explain`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import zip_longest
from typing import TypeVar

from ropa.explaining.leaving import on_the_day
from ropa.explaining.rows import Row, of_age, of_authority, of_decision, of_term, of_type
from ropa.explaining.words import (
    ASIDE,
    FIRST,
    PLAIN,
    Lines,
    country,
    days,
    dotted,
    looked_up,
    says,
)
from ropa.glossary import citation, noted
from ropa.law import APPLIES, Tables
from ropa.law.country import WHOLE_EEA
from ropa.law.dated import holds

OneRow = TypeVar("OneRow", bound=Row)


def of_country(code: str, language: str, tables: Tables, on: date | None) -> Lines:
    """Whether it is in the EEA, what that means for a transfer on a day, and every row about it.

    Without a day it is told whether it is in the EEA for good.
    """
    rows = tables.eea.by_country.get(code, ())
    inside = code in WHOLE_EEA or any(holds(row, on) if on else row.until is None for row in rows)
    yield FIRST, f"{code}: {country(code, language)} · {says('inside' if inside else 'outside', language)}"
    for row in rows:
        spell = days(row.since or APPLIES, row.until, language)
        unsure = "" if row.verified else says("unverified", language)
        since = dotted(f"{says('inside', language)} {spell}", unsure)
        yield PLAIN, f"{since}: {row.source}"
    for decision in tables.decisions:
        if code in decision.countries:
            yield PLAIN, f"{decision.number} · {of_decision(decision, language)}"
    if on:
        yield from on_the_day(code, inside, language, tables, on)
    held: tuple[tuple[str, str, tuple[Row, ...], Callable[..., str]], ...] = (
        ("ages", "8(1)", _about(code, tables.ages), of_age),
        ("authorities", "51", tables.authorities.of(code), of_authority),
        ("retention", "5(1)(e)", _about(code, tables.retention), of_term),
        ("dpia-lists", "35(4)", _about(code, tables.dpia_lists), of_type),
    )
    for name, provision, found, line in held:
        yield from _listed(name, provision, found, line, language)
    lacking = [says(f"table-{name}", language) for name, _, found, _ in held if not found]
    if inside and lacking and code not in WHOLE_EEA:  # tables have rows for states
        yield PLAIN, ""
        yield ASIDE, says("no-row", language, tables="; ".join(lacking))


def _about(code: str, rows: Iterable[OneRow]) -> tuple[OneRow, ...]:
    return tuple(row for row in rows if getattr(row, "country", "") == code)


def _listed(
    name: str, provision: str, held: tuple[OneRow, ...], line: Callable[[OneRow, str], str], language: str
) -> Lines:
    """The rows of a table under its title; with remarks, and the source of several rows once."""
    if held:
        yield PLAIN, ""
        yield FIRST, dotted(says(f"table-{name}", language), citation(provision, language))
    for row, after in zip_longest(held, held[1:]):
        yield PLAIN, line(row, language)
        if row.note:
            yield ASIDE, noted(row.note, language)
        if after is None or (after.source, after.checked_on) != (row.source, row.checked_on):
            yield ASIDE, looked_up(row.source, row.checked_on, language)
