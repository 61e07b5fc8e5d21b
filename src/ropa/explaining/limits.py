"""How far a decision reaches, for `ropa explain`: the same lines under its number and under its country on a day."""

from __future__ import annotations

from ropa.explaining.words import PLAIN, Lines, country, left_out, says
from ropa.glossary import term
from ropa.law import Decision, Scope


def limits(one: Decision, language: str) -> Lines:
    """For whom it is, and all that it asks for or leaves out."""
    yield PLAIN, says(f"scope-{one.scope.value}", language)
    if one.scheme:
        yield PLAIN, says("scheme", language, scheme=term("schemes", one.scheme, language))
    if one.hr_apart:
        yield PLAIN, says("hr-apart", language)
    if one.excludes:
        yield PLAIN, says("excludes", language, what=left_out(one.excludes, language))
    if one.unknown_for:
        exporters = ", ".join(country(code, language) for code in one.unknown_for)
        yield PLAIN, says("unknown-for", language, countries=exporters)


def is_for_all(one: Decision) -> bool:
    """Whether it reaches every recipient and everything from everywhere."""
    return one.scope is Scope.WHOLE and not (one.scheme or one.hr_apart or one.excludes or one.unknown_for)
