"""Rules about impact assessments: what the register states, what its facts point to, and when it was looked at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import asked, places

RULES = [
    "assessment-mandatory", "required-assessment-not-done", "assessment-undecided", "assessment-on-national-list",
    "screening-not-recorded",
]  # fmt: skip
ON = date(2026, 11, 21)


def told(on: date = ON, country: str | None = None, **facts: Any) -> dict[str, list[str]]:
    """Which of the rules find something, and how loudly: at most one of them should."""
    parties = [{"key": "bakery", "country": country}]
    found = {name: places(name, on, parties=parties, activities=[{"key": "a", **facts}]) for name in RULES}
    return {name: [level for _, level in told] for name, told in found.items() if told}


@pytest.mark.parametrize(
    ("criteria", "data", "level"),
    [
        (["sensitive-data", "large-scale"], "health-data", "error"),
        (["sensitive-data", "large-scale"], "debts", "warning"),
        (["evaluation-or-scoring", "automated-decision"], "name", "warning"),
        (["systematic-monitoring", "large-scale"], "name", "warning"),
    ],
)
def test_mandatory(criteria: list[str], data: str, level: str) -> None:
    """Certain only for data of Article 9 or 10; one finding and not two."""
    assert told(personal_data=data, dpia={"criteria": criteria}) == {"assessment-mandatory": [level]}


def test_decided() -> None:
    """Made, kept somewhere or decided against: nothing to say. A day to come is not a day."""
    criteria = ["sensitive-data", "large-scale"]
    for fine in ({"done": "2026-11-21"}, {"reference": "Folder 3"}, {"required": "no"}):
        assert told(personal_data="health-data", dpia={"criteria": criteria, **fine}) == {}
    planned = {"criteria": criteria, "done": "2026-11-22"}
    assert told(personal_data="health-data", dpia=planned) == {"assessment-mandatory": ["error"]}
    assert told(date(2026, 11, 22), personal_data="health-data", dpia=planned) == {}


def test_required() -> None:
    """By the register's own words it is an error, unless the activity is still to begin."""
    assert told(dpia={"required": "yes"}) == {"required-assessment-not-done": ["error"]}
    assert told(dpia={"required": "yes"}, status="planned") == {}
    mandatory = {"required": "yes", "criteria": ["sensitive-data", "large-scale"]}
    assert told(dpia=mandatory) == {"required-assessment-not-done": ["error"]}


def test_undecided() -> None:
    """Two criteria ask for a decision, one does not."""
    two = ["innovative-technology", "matching-datasets"]

    assert told(dpia={"criteria": two}) == {"assessment-undecided": ["warning"]}
    assert told(dpia={"criteria": two[0]}) == {}


def test_national_list() -> None:
    """Of the holder's own country, from its first day, and only at the scale that the list asks for."""
    name, words = "assessment-on-national-list", {"purposes": "Een zwarte lijst bijhouden"}

    assert told(country="NL", **words) == {name: ["warning"]}
    assert told(date(2019, 11, 26), "NL", **words) == told(date(2019, 11, 26), **words) == {}
    assert told(country="FR", **words) == told(**words) == {}
    assert told(country="NL", personal_data="location") == {}
    large = {"criteria": "large-scale"}
    assert told(country="NL", personal_data="location", dpia=large) == {name: ["warning"]}
    assert told(country="NL", personal_data="location", dpia={**large, "required": "no"}) == {}


def test_signs() -> None:
    """Two signs make a note; one does not, nor where somebody is already asking."""
    camera = {"personal_data": "camera-images", "data_subjects": "employees"}

    assert told(**camera) == {"screening-not-recorded": ["note"]}
    assert told(**{**camera, "data_subjects": "visitors"}) == {}
    assert told(**camera, absences={"dpia": {"unknown": "Asked the officer"}}) == {}
    assert told(**camera, absences={"dpia": {"not_applicable": "A dummy"}}) == {}
    many = {"kind": "customers", "number": "ongeveer 12.000"}
    assert told(personal_data="allergies", data_subjects=many) == {"screening-not-recorded": ["note"]}
    few = {"kind": "customers", "number": "1.200"}
    assert told(personal_data="allergies", data_subjects=few) == {}


def test_age() -> None:
    """Three years to the day are not yet too many; a review counts; one never made has no age."""
    for on, number in ((date(2026, 2, 1), 0), (date(2026, 2, 2), 1)):
        assert (
            len(
                asked("assessment-not-revised", on, activities=[{"key": "a", "dpia": {"done": "2023-02-01"}}])
            )
            == number
        )
    assert (
        asked("assessment-not-revised", activities=[{"key": "a", "dpia": {"reviewed": "2019-01-01"}}]) == ()
    )


def test_systems() -> None:
    """One note for all in use; one that is not used, or whose operator is being asked, is left alone."""
    systems = [
        {"key": "till"},
        {"key": "oven"},
        {"key": "spare"},
        {"key": "shelf", "absences": {"operated_by": {"unknown": "Asked the landlord"}}},
    ]
    used = [{"key": "a", "systems": ["till", "oven", "shelf"]}]

    assert places("system-without-operator", systems=systems, activities=used) == [("", "note")]
    assert places(
        "system-without-operator", systems=systems, activities=[{"key": "a", "systems": "till"}]
    ) == [("systems.till", "note")]
    assert (
        places("system-without-operator", systems=systems, activities=[{"key": "a", "systems": "shelf"}])
        == []
    )


def test_data_that_come_together_in_a_system() -> None:
    """With special data that is a second sign; the note of a system tells it."""

    def found(note: str) -> list[tuple[str, str]]:
        systems = [{"key": "base", "name": "Databases", "note": note}]
        data = ["name", {"kind": "member-number", "reveals": "trade-union-membership"}]
        activities = [{"key": "a", "personal_data": data, "systems": "base"}, {"key": "b", "systems": "base"}]
        return places("screening-not-recorded", systems=systems, activities=activities)

    assert found("Er kunnen gecombineerde gegevens in staan") == [("activities.a", "note")]
    assert found("Er staan gegevens in") == []
