"""A row of each dated table in a line, for `ropa explain`: the same line under its country and under its table."""

from __future__ import annotations

from ropa.explaining.words import country, days, dotted, period, says, terms
from ropa.glossary import term
from ropa.law import Age, Authority, Clauses, Decision, ListedType, StatutoryTerm

Row = Age | Authority | Clauses | Decision | ListedType | StatutoryTerm


def of_age(row: Age, language: str) -> str:
    """From which age a child consents alone."""
    return dotted(says("age", language, age=row.age), row.law, *_state(row, language))


def of_authority(row: Authority, language: str) -> str:
    """A supervisory authority by its own names, and where it stands on the web."""
    first = [row.names[language]] if language in row.names else []
    names = " / ".join(dict.fromkeys((*first, *row.names.values())))
    also = says("also", language, names=" / ".join(row.also)) if row.also else ""
    whom = says(f"for-{row.only_for}", language) if row.only_for else ""
    return dotted(names, also, ", ".join(row.short), row.region, whom, *row.web[:1], *_state(row, language))


def of_term(row: StatutoryTerm, language: str) -> str:
    """How long a law asks or allows data to be kept."""
    what = terms("personal-data", row.kinds, language)
    whom = terms("data-subjects", row.subjects, language)
    held = says("at-least", language, period=period(row.minimum, language)) if row.minimum else ""
    most = says("at-most", language, period=period(row.maximum, language)) if row.maximum else ""
    start = says("counted-from", language, event=term("events", row.starts, language)) if row.starts else ""
    only, never = (terms("services", some, language) for some in (row.services, row.not_services))
    who = says("only-for", language, whom=only) if only else ""
    but = says("not-for", language, whom=never) if never else ""
    soft = says("guideline", language) if row.guideline else ""
    return dotted(what, whom, held, most, start, row.law, soft, who, but, *_state(row, language))


def of_type(row: ListedType, language: str) -> str:
    """An entry of a list of impact assessments, in its own words."""
    return dotted(f"{row.number}. {row.name}", *_state(row, language))


def of_decision(row: Decision, language: str) -> str:
    """A decision by its kind, its places and its days."""
    whom = " / ".join(row.names) or ", ".join(country(code, language) for code in row.countries)
    return dotted(says(f"kind-{row.kind.value}", language), whom, *_state(row, language))


def of_clauses(row: Clauses, language: str) -> str:
    """A generation of clauses and its days."""
    return dotted(term("grounds", "standard-contractual-clauses", language), *_state(row, language))


def _state(row: Row, language: str) -> tuple[str, ...]:
    """Its days, and whether somebody could verify it."""
    ends = getattr(row, "until", None)
    return days(row.since, ends, language), "" if row.verified else says("unverified", language)
