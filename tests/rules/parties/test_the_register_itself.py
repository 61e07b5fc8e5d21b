"""Rules about the register as a whole: reviews, dates, doubles, references, the exemption, the day asked about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.rules.asking import asked, places

YEAR_AGO = date(2025, 11, 21)


class TestReviews:
    """Whether somebody looked at it in the last year."""

    def test_one_finding(self) -> None:
        """However many activities there are, it is one thing to do."""
        (found,) = asked("entries-not-reviewed", activities=[{"key": f"a{n}"} for n in range(40)])

        assert (found.where, found.place.facts) == ("", {"number": 40, "total": 40})

    @pytest.mark.parametrize(
        ("reviewed", "number"), [(YEAR_AGO, 0), (date(2025, 11, 20), 1), (date(2026, 11, 22), 1)]
    )
    def test_day(self, reviewed: date, number: int) -> None:
        """A year back counts, a day more does not; nor does a day that is still to come."""
        assert len(places("entries-not-reviewed", activities=[{"key": "a", "reviewed": reviewed}])) == number

    def test_adopted(self) -> None:
        """A register adopted this year was looked at as a whole; an empty one has nothing to look at."""
        assert places("entries-not-reviewed", adopted="2026-02-01", activities=[{"key": "a"}]) == []
        assert places("entries-not-reviewed") == []


class TestDates:
    """Status, days, and what came after."""

    @pytest.mark.parametrize(
        ("facts", "number"),
        [
            ({"status": "active", "valid_until": "2026-11-20"}, 1),
            ({"status": "active", "valid_until": "2026-11-21"}, 0),
            ({"status": "ended"}, 1),
            ({"status": "ended", "valid_until": "2026-11-21"}, 0),
            ({"status": "planned", "valid_from": "2026-11-21"}, 1),
            ({"status": "planned", "valid_from": "2026-11-22"}, 0),
            ({"status": "planned"}, 0),
            ({"valid_until": "2020-01-01"}, 0),
        ],
    )
    def test_status(self, facts: dict[str, Any], number: int) -> None:
        """To the day; without a status there is nothing to contradict."""
        assert len(places("status-against-dates", activities=[{"key": "a", **facts}])) == number

    def test_nothing_alike(self) -> None:
        """What ended and has no heir was simply stopped."""
        ended = {"key": "a", "name": "Wages", "valid_until": "2025-12-31"}

        assert places("ended-without-successor", activities=[ended, {"key": "b", "name": "Orders"}]) == []


class TestWhatIsSaid:
    """Doubles and references."""

    @pytest.mark.parametrize(
        "said",
        ["See who visits the shop", "Zien wat klanten zoeken", "Voir les clients", "Salary, see annex 2 for the scales",
         "Seeing the register", "The page https://bakery.example"],
    )  # fmt: skip
    def test_says_something(self, said: str) -> None:
        """A purpose that begins with seeing, or a reference behind what is said, is no mere reference."""
        assert places("record-not-standalone", activities=[{"key": "a", "purposes": said}]) == []

    @pytest.mark.parametrize(
        "said",
        [
            "https://bakery.example/x",
            "Zie bijlage 2",
            "Voir l'annexe",
            "siehe Anlage 3",
            {"kind": {"nl": "zie lijst"}},
        ],
    )
    def test_only_refers(self, said: Any) -> None:
        """In any of the four languages."""
        assert places("record-not-standalone", activities=[{"key": "a", "personal_data": said}]) == [
            ("activities.a.personal_data.1", "warning")
        ]

    def test_said_in_general_is_one_fault(self) -> None:
        """It stands in one place, however many activities it covers."""
        general = [{"purposes": "See annex 2"}]

        assert (
            len(places("record-not-standalone", general=general, activities=[{"key": "a"}, {"key": "b"}]))
            == 1
        )

    def test_other_controller(self) -> None:
        """The same work for another controller is another activity; without purposes nothing is compared."""
        same = {"purposes": "Pay", "data_subjects": "employees"}
        parties = [{"key": "bakery"}, {"key": "cafe"}]
        activities = [{"key": "a", **same}, {"key": "b", **same, "controllers": "cafe"}]

        assert places("duplicate-activities", parties=parties, activities=activities) == []
        assert places("duplicate-activities", activities=[{"key": "a"}, {"key": "b"}]) == []


class TestExemption:
    """Article 30(5)."""

    def test_as_a_reason_for_an_absence(self) -> None:
        """Wherever it is claimed: here as the reason why nothing is recorded."""
        absent = {"retention": {"not_applicable": "Minder dan 250 werknemers (artikel 30, lid 5)"}}
        one = {"key": "a", "data_subjects": "employees", "absences": absent}

        assert places("exemption-beside-regular-processing", activities=[one]) == [
            ("activities.a", "warning")
        ]

    def test_not_claimed(self) -> None:
        """A number of employees alone claims nothing."""
        parties = [{"key": "bakery", "note": "We have 25 employees; 250 loaves a day."}]
        one = {"key": "a", "data_subjects": "employees"}

        assert places("exemption-beside-regular-processing", parties=parties, activities=[one]) == []


@pytest.mark.parametrize(("on", "number"), [(date(2018, 5, 24), 1), (date(2018, 5, 25), 0)])
def test_before_the_regulation(on: date, number: int) -> None:
    """It applies from 25 May 2018 on."""
    assert places("regulation-not-yet-applicable", on) == [("", "note")] * number


def test_two_hats_in_two_activities() -> None:
    """A holder may well be controller here and processor there."""
    activities = [
        {"key": "a"},
        {"key": "b", "controllers": "cafe", "flows": {"recipient": "bakery", "role": "processor"}},
    ]

    assert (
        places(
            "two-roles-in-one-activity", parties=[{"key": "bakery"}, {"key": "cafe"}], activities=activities
        )
        == []
    )
