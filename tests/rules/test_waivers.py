"""Rules about waivers: beside their examples, what they must not say."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.glossary import LANGUAGES
from ropa.law import Level
from ropa.model import Register
from ropa.rules import RULES, check, explain

ON = date(2026, 11, 21)
WHOLE = {"rule": "item-missing", "reason": "The lawyers have it", "by": "An", "until": "2027-01-31"}


def found(name: str, on: date = ON, /, **waiver: Any) -> list[str]:
    told = Register.of(
        {
            "holder": "bakery",
            "parties": [{"key": "bakery"}],
            "activities": [{"key": "wages", "purposes": "Paying"}],
            "waivers": [{name: value for name, value in {**WHOLE, **waiver}.items() if value}],
        }
    )
    return [one.message() for one in check(told, on=on, rules=[explain(name)]).findings]


def test_the_last_day() -> None:
    """A waiver holds on its last day and is told from the next; so is one whose days of validity are over."""
    assert found("waiver-expired", date(2027, 1, 31)) == []
    assert "2027-01-31" in found("waiver-expired", date(2027, 2, 1))[0]
    assert "2026-11-20" in found("waiver-expired", valid_until="2026-11-20")[0]
    assert found("waiver-expired", until=None) == []


def test_a_rule_of_ones_own() -> None:
    """A waiver for a rule of the house is right where the check has that rule, by code and by name."""
    for word in ("ROPA001", "item-missing"):
        assert found("waiver-of-unknown-rule", rule=word) == []
    assert found("waiver-of-unknown-rule", rule="HOUSE001") != []
    assert found("waiver-of-unknown-rule", rule="HOUSE001", valid_until="2020-01-01") == []


@pytest.mark.parametrize(
    "at",
    [
        "activities",
        "activities.wages",
        "activities.wages.purposes",
        "activities.wages.purposes.1",
        "parties.bakery",
        "",
    ],
)
def test_a_place_that_is_there(at: str) -> None:
    """An entry, a list of them, or a field that has a value."""
    assert found("waiver-of-nothing", at=at) == []


@pytest.mark.parametrize(
    "at",
    [
        "activities.wage",
        "activities.wages.retention",
        "activities.wages.purposes.2",
        "wages",
        "..",
        "activities.",
    ],
)
def test_a_place_that_is_not(at: str) -> None:
    """A key that is none, a field without a value, a number too high."""
    assert len(found("waiver-of-nothing", at=at)) == 1


def test_what_is_missing_is_told_at_once() -> None:
    """One finding a waiver names all of it; days of validity are an end too."""
    (said,) = found("waiver-incomplete", reason=None, by=None, until=None)

    assert all(word in said for word in ("Reason", "Accepted by", "Until"))
    assert found("waiver-incomplete", until=None, valid_until="2027-01-01") == []
    assert len(found("waiver-incomplete", by=None)) == 1


def test_they_inform() -> None:
    """A waiver is no part of what the law asks of the record: notes, in every language."""
    for one in RULES:
        if one.theme == "waivers":
            told = Register.of({"waivers": [{"rule": "x", "at": "y", "until": "2020-01-01"}]})
            for each in check(told, on=ON, rules=[one]).findings:
                assert each.level is Level.NOTE
                assert all(each.message(language) for language in LANGUAGES)
