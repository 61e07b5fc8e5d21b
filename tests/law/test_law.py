"""The law's lists and dated tables."""

from __future__ import annotations

from datetime import date

import pytest

from ropa.glossary import LANGUAGES, citation, known
from ropa.law import (
    CONDITIONS,
    COUNTRIES,
    Basis,
    Certainty,
    Duty,
    Ground,
    Level,
    Role,
    SpecialCategory,
    in_eea,
    level,
    standard,
)
from ropa.law.provided import Provided

HOME = {"legal-bases": Basis, "roles": Role, "grounds": Ground, "special-categories": SpecialCategory}


@pytest.mark.parametrize(("vocabulary", "words"), HOME.items(), ids=str)
def test_every_word_of_the_law_has_a_label(vocabulary: str, words: type[Provided]) -> None:
    """A closed list of the law is in the glossary, word for word (sub-processor is derived, and labelled too)."""
    labelled = set(known(vocabulary)) - ({"sub-processor"} if vocabulary == "roles" else set())

    assert {member.value for member in words} == labelled


def test_conditions_are_labelled() -> None:
    """So are the conditions of Article 9(2), and Articles 10 and 87."""
    assert set(CONDITIONS) == set(known("special-grounds"))


def test_countries_are_labelled() -> None:
    """Every country code has a name, and every name a code."""
    assert set(known("countries")) == COUNTRIES


@pytest.mark.parametrize("words", HOME.values(), ids=lambda words: words.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_provision_can_be_cited(words: type[Provided], language: str) -> None:
    """No provision is printed as the bare machine form."""
    for member in words:
        assert citation(member.provision, language) != member.provision


@pytest.mark.parametrize(
    ("code", "on", "inside"),
    [
        ("HR", date(2018, 5, 25), True),
        ("GB", date(2018, 9, 13), True),
        ("GB", date(2020, 2, 1), True),
        ("GB", date(2020, 12, 31), True),
        ("GB", date(2021, 1, 1), False),
        ("NO", date(2018, 7, 20), True),
        ("CH", date(2026, 1, 1), False),
        ("US", date(2026, 1, 1), False),
        ("EEA", date(2026, 1, 1), True),
        ("RE", date(2026, 1, 1), True),
        ("GL", date(2026, 1, 1), False),
    ],
)
def test_who_is_inside(code: str, on: date, inside: bool) -> None:
    """The EEA by day; the transition period of the United Kingdom counts, Greenland does not."""
    assert inside is in_eea(code, on)


def test_table_is_sourced() -> None:
    """Every row names a known country and its source, and ends after it begins."""
    for code, rows in standard().eea.by_country.items():
        for row in rows:
            assert code in COUNTRIES
            assert row.source
            assert row.since is None or row.until is None or row.since <= row.until
    assert len(standard().eea.by_country) >= 31


@pytest.mark.parametrize(
    ("duty", "certainty", "loud"),
    [
        (Duty.SHALL, Certainty.RECORDED, Level.ERROR),
        (Duty.WHERE_APPLICABLE, Certainty.RECORDED, Level.ERROR),
        (Duty.WHERE_POSSIBLE, Certainty.RECORDED, Level.WARNING),
        (Duty.SHALL, Certainty.LIKELY, Level.WARNING),
        (Duty.WHERE_APPLICABLE, Certainty.LIKELY, Level.WARNING),
        (Duty.WHERE_POSSIBLE, Certainty.LIKELY, Level.WARNING),
        (Duty.GOOD_PRACTICE, Certainty.RECORDED, Level.NOTE),
        (Duty.GOOD_PRACTICE, Certainty.LIKELY, Level.NOTE),
    ],
)
def test_levels(duty: Duty, certainty: Certainty, loud: Level) -> None:
    """The level follows from duty and certainty, and from nothing else."""
    assert loud is level(duty, certainty)
