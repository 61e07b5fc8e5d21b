"""A word that is nearly a known term is told; one that stands in a language is not, and no example has any."""

from __future__ import annotations

from datetime import date

import pytest

from ropa.model import Register
from ropa.rules.records.term_misspelt import term_misspelt
from ropa.rules.spelling import meant

ON = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("word", "vocabulary", "term"),
    [
        ("employes", "data-subjects", "employees"),
        ("bankaccount", "personal-data", "bank-account"),
        ("end-of-contrct", "events", "end-of-contract"),
        ("software-supplier", "services", "software-provider"),
        ("employees", "data-subjects", ""),
        ("adresse", "personal-data", ""),  # French, and German
        ("patienten", "data-subjects", ""),
        ("Employes of the shop", "data-subjects", ""),
        ("end-of-year", "events", ""),
        ("victimes", "data-subjects", ""),  # French
        ("contact", "personal-data", ""),
        ("volunteers-in-the-shop", "data-subjects", ""),
    ],
)
def test_nearly(word: str, vocabulary: str, term: str) -> None:
    assert meant(word, vocabulary) == term


def test_one_finding_for_each_entry() -> None:
    """However deep the words stand in it; in the reader's language, in quotation marks of that language."""
    activity = {"key": "a", "data_subjects": "employes", "retention": {"starts": "end-of-contrct"}}
    register = Register.of({"general": [{"data_subjects": "employes"}], "activities": [activity]})
    found = [*term_misspelt(register, ON)]
    assert [one.at for one in found] == ["general.1", "activities.a"]
    told = found[1].facts["terms"]
    assert callable(told)
    assert told("nl") == "“employes” (misschien “employees”); “end-of-contrct” (misschien “end-of-contract”)"


def test_what_no_longer_holds_is_left_alone() -> None:
    activity = {"key": "a", "data_subjects": "employes", "valid_until": date(2025, 1, 1)}
    assert not [*term_misspelt(Register.of({"activities": [activity]}), ON)]
