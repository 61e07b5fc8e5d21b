"""What the dated tables say of a decision or a country, for `ropa explain`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.errors import UnknownEntry
from ropa.glossary import citation, phrase, term
from ropa.law import Clauses, Decision, standard
from ropa.law.country import WHOLE_EEA, memberships
from ropa.law.tables import plain_number

Lines = Iterator[tuple[str, str]]


def known_numbers() -> tuple[str, ...]:
    """The numbers of all decisions and clauses."""
    tables = standard()
    return (*(one.number for one in tables.decisions), *(one.number for one in tables.clause_sets))


def of_number(word: str, language: str) -> Lines:
    """A decision or clauses of that number, however it is cited; nothing where there are none."""
    if plain_number(word) not in known_numbers():
        return
    tables = standard()
    try:
        yield from _decision(tables.decision(word), language)
    except UnknownEntry:
        yield from _clauses(tables.clauses(word), language)


def of_country(code: str, language: str) -> Lines:
    """Whether a country is in the EEA, by day, and the decisions about it."""
    rows = memberships().get(code, ())
    name = term("countries", code, language)
    inside = code in WHOLE_EEA or any(row.until is None for row in rows)
    yield "first", f"{code}: {name} · {_says('inside' if inside else 'outside', language)}"
    for row in rows:
        yield "", f"{_says('inside', language)} {_days(row.since, row.until, language)}: {row.source}"
    for decision in standard().of_country(code):
        days = _days(decision.since, decision.until, language)
        yield "", f"{decision.number} · {_says(f'kind-{decision.kind.value}', language)} · {days}"


def _decision(one: Decision, language: str) -> Lines:
    places = ", ".join(term("countries", code, language) for code in one.countries)
    whom = " / ".join(one.names) if one.names else places
    yield "first", f"{one.number}: {_says(f'kind-{one.kind.value}', language)} · {whom}"
    yield "", f"{_days(one.since, one.until, language)} · {citation('45', language)}"
    yield "", _says(f"scope-{one.scope.value}", language)
    if one.scheme:
        yield "", _says("scheme", language, scheme=term("schemes", one.scheme, language))
    if one.hr_apart:
        yield "", _says("hr-apart", language)
    if one.excludes:
        yield "", _says("excludes", language, what=", ".join(one.excludes))
    if one.unknown_for:
        exporters = ", ".join(term("countries", code, language) for code in one.unknown_for)
        yield "", _says("unknown-for", language, countries=exporters)
    yield from _row(one, language)


def _clauses(one: Clauses, language: str) -> Lines:
    yield "first", f"{one.number}: {term('grounds', 'standard-contractual-clauses', language)}"
    yield "", f"{_days(one.since, one.until, language)} · {citation('46(2)(c)', language)}"
    if not one.transfer_tool:
        yield "", _says("no-transfer-tool", language)
    if one.new_until:
        yield "", _says("new-until", language, day=one.new_until)
    for fit in one.parties:
        roles = " → ".join(term("roles", role.value, language) for role in (fit.sender, fit.recipient))
        yield "", _says("module", language, module=fit.module, roles=roles) if fit.module else roles
    yield from _row(one, language)


def _row(one: Decision | Clauses, language: str) -> Lines:
    """What every row of a table says: what ended it, its source, and when somebody looked."""
    if one.ended_by:
        yield "", _says("ended-by", language, what=one.ended_by)
    if not one.verified:
        yield "", _says("not-verified", language)
    if one.note:
        yield "aside", one.note
    yield "aside", _says("source", language, source=one.source, day=one.checked_on)


def _days(since: date | None, until: date | None, language: str) -> str:
    begins = _says("from", language, day=since or date(2018, 5, 25))
    return f"{begins} {_says('until', language, day=until) if until else ''}".rstrip()


def _says(word: str, language: str, **values: object) -> str:
    return phrase(f"explain.{word}", language, **values)
