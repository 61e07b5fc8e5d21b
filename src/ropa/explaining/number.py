"""What the dated tables say of a decision or of clauses, for `ropa explain`."""

from __future__ import annotations

from ropa.errors import UnknownEntry
from ropa.explaining.limits import limits
from ropa.explaining.words import ASIDE, FIRST, PLAIN, Lines, country, days, dotted, looked_up, says
from ropa.glossary import citation, noted, term
from ropa.law import Clauses, Decision, Tables, standard
from ropa.law.cited import plain_number


def known_numbers(tables: Tables | None = None) -> tuple[str, ...]:
    """The numbers of all decisions and clauses."""
    tables = tables or standard()
    return (*(one.number for one in tables.decisions), *(one.number for one in tables.clause_sets))


def of_number(word: str, language: str, tables: Tables) -> Lines:
    """A decision or clauses of that number, however it is cited; nothing where there are none."""
    if plain_number(word) not in known_numbers(tables):
        return
    try:
        yield from _decision(tables.decision(word), language)
    except UnknownEntry:
        yield from _clauses(tables.clauses(word), language)


def _decision(one: Decision, language: str) -> Lines:
    places = ", ".join(country(code, language) for code in one.countries)
    whom = " / ".join(one.names) if one.names else places
    yield FIRST, f"{one.number}: {says(f'kind-{one.kind.value}', language)} · {whom}"
    yield PLAIN, dotted(days(one.since, one.until, language), citation("45", language))
    yield from limits(one, language)
    yield from _row(one, language)


def _clauses(one: Clauses, language: str) -> Lines:
    yield FIRST, f"{one.number}: {term('grounds', 'standard-contractual-clauses', language)}"
    yield PLAIN, dotted(days(one.since, one.until, language), citation("46(2)(c)", language))
    if not one.transfer_tool:
        yield PLAIN, says("no-transfer-tool", language)
    if one.new_until:
        yield PLAIN, says("new-until", language, day=one.new_until)
    for fit in one.parties:
        roles = " → ".join(term("roles", role.value, language) for role in (fit.sender, fit.recipient))
        yield PLAIN, says("module", language, module=fit.module, roles=roles) if fit.module else roles
    yield from _row(one, language)


def _row(one: Decision | Clauses, language: str) -> Lines:
    """What every row of a table says: what ended it, its source, and when somebody looked."""
    if one.ended_by:
        yield PLAIN, says("ended-by", language, what=one.ended_by)
    if not one.verified:
        yield PLAIN, says("not-verified", language)
    if one.note:
        yield ASIDE, noted(one.note, language)
    yield ASIDE, looked_up(one.source, one.checked_on, language)
