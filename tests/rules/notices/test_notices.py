"""Rules about privacy statements: dates, ways of telling, and what data subjects are told of their data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import places

from ropa.rules.span import is_older

ACTIVITY = {"activities": [{"key": "a"}]}


def notice(name: str, on: date = date(2026, 11, 21), **facts: Any) -> Any:
    return places(name, on, notices=[facts], **ACTIVITY)


def test_none() -> None:
    """A register without activities has nothing to tell; a statement withdrawn is none."""
    assert places("notice-not-recorded") == []
    assert places("notice-not-recorded", **ACTIVITY) == [("", "note")]
    assert notice("notice-not-recorded", title="Privacy", valid_until="2026-11-20") == [("", "note")]


@pytest.mark.parametrize("fact", [{"version": "2"}, {"changed": "2026-01-01"}, {"published": "2020-01-01"}])
def test_dated(fact: dict[str, str]) -> None:
    """A date or a version is enough."""
    assert notice("notice-undated", title="Privacy", **fact) == []


def test_age() -> None:
    """Three years to the day are not yet too many; a day to come is none; without a day nothing is known."""
    told = {"published": "2018-05-25", "changed": "2023-11-21"}

    assert notice("notice-not-revised", **told) == []
    assert notice("notice-not-revised", date(2026, 11, 22), **told) == [("notices.1", "note")]
    assert len(notice("notice-not-revised", published="2018-05-25", changed="2027-01-01")) == 1
    assert notice("notice-not-revised", title="Privacy") == []


def test_years() -> None:
    """A leap day has its birthday on the first of March."""
    assert not is_older(date(2020, 2, 29), 3, date(2023, 2, 28))
    assert is_older(date(2020, 2, 29), 3, date(2023, 3, 1))


@pytest.mark.parametrize(
    ("ways", "flagged"),
    [
        (["Publicatie op de website"], True),
        (["On this page", "Look regularly"], True),
        (["Auf der Website veröffentlicht"], True),
        (["Op de website", "Per e-mail"], False),
        (["Bericht aan betrokkenen waar mogelijk"], False),
        (["A notice to customers on the website"], False),
        (["A poster on the door"], False),
        ([], False),
    ],
)
def test_changes(ways: list[str], flagged: bool) -> None:
    """One way by which somebody is told is enough; a way that is not known is not counted against it."""
    found = notice("changes-told-by-publication-only", announced_by=ways)
    assert found == ([("notices.1", "note")] if flagged else [])


def test_obligation() -> None:
    """Asked only where data come from people; said of one of them, or of what follows, it is said."""
    name = "obligation-to-give-data-not-recorded"
    asked = {"key": "a", "personal_data": [{"kind": "name", "source": "data-subject"}]}

    assert places(name, activities=[asked]) == [("", "note")]
    assert places(name, activities=[{"key": "a", "personal_data": "name"}]) == []
    assert places(name, activities=[{**asked, "if_refused": "No cake"}]) == []
    given = {"key": "b", "personal_data": [{"kind": "email", "required": False}]}
    assert places(name, activities=[asked, given]) == []


def test_origin() -> None:
    """Data that arise by themselves, and data that a flow brings, have one; several are told in one note."""
    name = "origin-of-data-not-recorded"
    known = [
        {"key": "site", "personal_data": ["ip-address", "cookies"]},
        {
            "key": "orders",
            "personal_data": "name",
            "flows": {"sender": "data-subjects", "recipient": "bakery"},
        },
        {"key": "empty"},
    ]
    unknown = [{"key": key, "personal_data": ["name", "ip-address"]} for key in ("x", "y")]

    assert places(name, activities=known) == []
    assert places(name, activities=[*known, unknown[0]]) == [("activities.x", "note")]
    assert places(name, activities=[*known, *unknown]) == [("", "note")]


def test_what_has_to_be_given_comes_from_people() -> None:
    """Article 13, not 14: data that people have to provide, or need not, or that have consequences if they do not."""
    name = "origin-of-data-not-recorded"
    for facts in (
        {"personal_data": [{"kind": "name", "required": True}]},
        {"personal_data": [{"kind": "name", "required": False}]},
        {"personal_data": "name", "if_refused": "We cannot deliver"},
    ):
        assert places(name, activities=[{"key": "form", **facts}]) == []
