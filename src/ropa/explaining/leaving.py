"""What Chapter V leaves for data that go to a country on a day: inside, by a decision, or on other grounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.explaining.limits import is_for_all, limits
from ropa.explaining.words import FIRST, PLAIN, Lines, dotted, says
from ropa.glossary import citation, term
from ropa.law import Ground, Kind, Tables
from ropa.transfer.safeguard import ASSESSED as BESIDE_CLAUSES

REMAINING = ("46", "49")
"""The articles whose grounds remain where no decision reaches; binding corporate rules of Article 47 are one of Article 46."""

ASSESSED = (Ground.STANDARD_CONTRACTUAL_CLAUSES, *BESIDE_CLAUSES)
"""Grounds with which an assessment of the law of the destination goes, from a day of the tables."""


def on_the_day(code: str, inside: bool, language: str, tables: Tables, on: date) -> Lines:
    """How a country stands on a day, and on what a transfer there can rest."""
    yield PLAIN, ""
    if inside:
        yield FIRST, says("day-inside", language, day=on)
        return
    held = [row for row in tables.of_country(code) if row.in_force(on)]
    if not held:
        yield FIRST, says("day-nothing", language, day=on)
    for row in held:
        bridge = row.kind is Kind.BRIDGE
        yield FIRST, says("day-bridge" if bridge else "day-decision", language, day=on, number=row.number)
        yield from limits(row, language)
        if not row.verified:
            yield PLAIN, says("not-verified", language)
    if any(is_for_all(row) for row in held):
        return
    yield PLAIN, says("remaining-else" if held else "remaining", language)
    for article in REMAINING:
        yield from ((PLAIN, line) for line in _grounds(article, language, tables, on))


def _grounds(article: str, language: str, tables: Tables, on: date) -> Iterator[str]:
    """The grounds of an article, each with what the tables know of it on that day."""
    for ground in Ground:
        if ground.provision.startswith(f"{article}("):
            words = dotted(term("grounds", ground.value, language), citation(ground.provision, language))
            yield f"- {dotted(words, *_known(ground, language, tables, on))}"


def _known(ground: Ground, language: str, tables: Tables, on: date) -> Iterator[str]:
    if ground is Ground.STANDARD_CONTRACTUAL_CLAUSES:
        yield from _clauses(language, tables, on)
    if ground is Ground.BINDING_CORPORATE_RULES:
        yield citation("47", language)
    if ground in ASSESSED and tables.assessed_since <= on:
        yield says("with-assessment", language)


def _clauses(language: str, tables: Tables, on: date) -> Iterator[str]:
    """The generations of clauses: with which a contract can be made that day, and which others still carry an older one."""
    begun = [row for row in tables.clause_sets if row.transfer_tool and row.since <= on]
    new = [row.number for row in begun if on <= (row.new_until or row.until or on)]
    old = [row.number for row in begun if row.number not in new and row.until and on <= row.until]
    if new:
        yield says("clauses-new", language, numbers=", ".join(new))
    if old:
        yield says("clauses-old", language, numbers=", ".join(old))
