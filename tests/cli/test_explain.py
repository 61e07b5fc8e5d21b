"""`ropa explain`: rules, decisions, countries, fields and known terms, in four languages from the same lines."""

from __future__ import annotations

import pytest
from tests.docs.pages import called

from ropa.cli.explain import explained
from ropa.cli.explain_tables import known_numbers
from ropa.fields import every_card
from ropa.glossary import LANGUAGES, phrase
from ropa.law import COUNTRIES
from ropa.rules import RULES


def said(word: str, language: str = "en") -> str:
    return "\n".join(line for _, line in explained(word, language))


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("ROPA002", ["processor without agreement", "error · Article 28(3) · shall", "Flagged:", "Accepted:"]),
        ("processor-without-agreement", ["ROPA002"]),
        ("2023/1795", ["adequacy decision · United States", "from 2023-07-10", "Only for organisations on the list", "Source: "]),
        ("(EU) 2016/1250", ["2016/1250", "until 2020-07-15", "C-311/18"]),
        ("2021/914", ["standard contractual clauses", "Module 3: processor → processor"]),
        ("2021/915", ["no transfer can rest on them"]),
        ("GB", ["United Kingdom · outside the EEA", "until 2020-12-31", "2025/2574"]),
        ("NL", ["Netherlands · in the EEA"]),
        ("purposes", ["Facts.purposes", "Article 30(1)(b) · shall"]),
        ("Flow.role", ["What the recipient is here", "roles: processor, controller"]),
        ("legal-obligation", ["legal obligation · Article 6(1)(c)"]),
        ("health-data", ["personal-data, special: health"]),
        ("access", ["Article 15"]),
    ],
)  # fmt: skip
def test_each_kind_of_word(word: str, lines: list[str]) -> None:
    """What it is called, what it rests on, and by which days."""
    for line in lines:
        assert line in said(word)


def test_everything_in_every_language() -> None:
    """Each rule, decision, country and field has lines in each language, as many in each, without an open gap."""
    words = [
        *(one.code for one in RULES),
        *known_numbers(),
        *COUNTRIES,
        *(f"{one.owner}.{one.key}" for one in every_card()),
    ]
    for word in words:
        told = {language: said(word, language) for language in LANGUAGES}
        assert all(told.values()), word
        if word.startswith("ROPA"):
            assert all("Flagged:" in one and "Accepted:" in one for one in told.values())
        else:
            assert len({one.count("\n") for one in told.values()}) == 1, word


def test_in_the_readers_language() -> None:
    """The words are the glossary's."""
    assert "artikel 45" in said("2023/1795", "nl")
    assert "außerhalb des EWR" in said("US", "de")
    assert phrase("rules.item-missing.title", "fr") in said("item-missing", "fr")
    assert "Something Article 30" not in said("item-missing", "fr").partition("Flagged:")[0]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("purpses", "purposes"), ("legal-obligatoin", "legal-obligation"), ("2023/1759", "2023/1795"), ("ROPA04", "ROPA046"), ("salry", "salary")],
)  # fmt: skip
def test_nearest(word: str, meant: str) -> None:
    """A word that is nearly one: status 2 and the one that was meant."""
    status, told = called(["explain", word])

    assert status == 2
    assert f"did you mean '{meant}'" in told


def test_nothing_near() -> None:
    """A long word that is nothing is told so, in few words."""
    status, told = called(["explain", "q" * 10_000])

    assert status == 2
    assert len(told) < 200
