"""On what a transfer rests, in every document the same: what is stated, else the adequacy decision that reaches it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.outline.dump import texts

from ropa.audience import copy_for
from ropa.model import Register
from ropa.outline import report, workbook
from ropa.outline.contracts import processing_annex, sub_processors

ON = date(2026, 11, 22)
APPLIES = "adequacy decision 2025/2574 applies"


def office(country: str = "GB", **cloud: object) -> Register:
    """A processor for one customer, with a host abroad and no ground stated."""
    return Register.of(
        {
            "holder": "office",
            "parties": [
                {"key": "office", "name": "Pay Office", "country": "NL"},
                {"key": "acme", "name": "Acme Foods", "country": "NL"},
                {"key": "cloud", "name": "Cloudy", **cloud},
            ],
            "agreements": [{"key": "dpa", "kind": "processing-agreement", "between": ["acme", "office"]}],
            "activities": [
                {
                    "key": "pay",
                    "controllers": "acme",
                    "personal_data": "name",
                    "flows": [
                        {
                            "recipient": "office",
                            "role": "processor",
                            "processing": "payroll",
                            "countries": "NL",
                        },
                        {"sender": "office", "recipient": "cloud", "role": "processor", "countries": country},
                    ],
                }
            ],
        }
    )


def said(register: Register, reader: str = "internal", language: str = "en") -> dict[str, str]:
    copy = copy_for(register, reader)
    made = {
        "report": report(copy.register, reader=copy.reader, language=language, on=ON),
        "workbook": workbook(copy.register, reader=copy.reader, language=language, on=ON),
        "list": sub_processors(copy.register, reader=copy.reader, language=language, on=ON),
    }
    if reader != "public":
        made["annex"] = processing_annex(copy.register, language=language, on=ON, agreement="dpa")
    return {name: " ".join(texts(one)) for name, one in made.items()}


@pytest.mark.parametrize("reader", ["internal", "authority"])
def test_a_decision_that_applies_is_told_with_the_ground_that_is_not_stated(reader: str) -> None:
    """Nobody reads of a country under an adequacy decision that there is no ground."""
    for name, told in said(office(), reader).items():
        assert APPLIES in told, name
        assert "no ground recorded" not in told, name
        if (name, reader) != ("list", "authority"):
            assert f"no ground stated; {APPLIES}" in told, name


def test_the_public_reads_that_it_applies_and_of_no_lack() -> None:
    for name, told in said(office(), "public").items():
        assert APPLIES in told, name
        assert "no ground" not in told, name


def test_nothing_is_more_certain_than_it_is_judged() -> None:
    """The Canadian decision is for commercial organisations: of this one that is not recorded. India has none."""
    assert (
        "no ground stated; whether adequacy decision 2002/2 applies is open" in said(office("CA"))["report"]
    )
    assert "2002/2" not in said(office("CA"), "public")["list"]
    assert "no ground recorded" in said(office("IN"))["report"]
    assert "adequacy decision 2023/1795 applies" not in said(office("US"))["report"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "geen grond vermeld; adequaatheidsbesluit 2025/2574 is van toepassing"),
        ("fr", "aucun fondement indiqué"),
        ("de", "keine Grundlage angegeben; Angemessenheitsbeschluss 2025/2574 gilt"),
    ],
)
def test_in_every_language(language: str, words: str) -> None:
    for name, told in said(office(), language=language).items():
        assert words in told, name


def test_on_a_day_before_the_decision_it_does_not_apply() -> None:
    """It is judged on the day of the document."""
    told = " ".join(texts(report(office("BR"), language="en", on=date(2020, 1, 1))))
    assert "no ground recorded" in told
