"""Transfers on the days on which the law about them changed: the last day of the old and the first of the new."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.model import Register
from ropa.rules import RULES, check

THEME = [one for one in RULES if one.theme == "transfers"]


def told(
    on: date, *, agreement: dict[str, Any] | None = None, recipient: dict[str, Any] | None = None, **flow: Any
) -> list[str]:
    """What the rules of this theme find in one flow to a host: name and level."""
    papers = [{"key": "paper", "between": ["bakery", "host"], **agreement}] if agreement else []
    people = flow.get("data_subjects", ())
    register = Register.of(
        {
            "holder": "bakery",
            "parties": [{"key": "bakery"}, {"key": "host", **(recipient or {})}],
            "agreements": papers,
            "activities": [
                {
                    "key": "shop",
                    "data_subjects": people,
                    "flows": {"recipient": "host", "role": "processor", **flow},
                }
            ],
        }
    )
    return [f"{one.name} {one.level.value}" for one in check(register, on=on, rules=THEME).findings]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2015, 10, 5), ["listing-not-recorded warning"]),
        (date(2015, 10, 6), ["safe-harbour-after-its-end error"]),
    ],
)
def test_safe_harbour(on: date, found: list[str]) -> None:
    """C-362/14, 6 October 2015."""
    assert told(on, countries="US", grounds="safe-harbour") == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2020, 7, 15), ["listing-not-recorded warning"]),
        (date(2020, 7, 16), ["privacy-shield-after-its-end error"]),
    ],
)
def test_privacy_shield(on: date, found: list[str]) -> None:
    """C-311/18, 16 July 2020: no day of grace."""
    assert told(on, countries="US", grounds="privacy-shield") == found


def test_privacy_shield_among_others() -> None:
    """One of several undecided grounds that has fallen is told, and a person has to look."""
    grounds = ["privacy-shield", "standard-contractual-clauses"]

    assert told(date(2020, 7, 16), countries="US", grounds_any_of=grounds) == [
        "privacy-shield-after-its-end warning",
        "grounds-undecided warning",
    ]
    assert told(date(2020, 7, 15), countries="US", grounds_any_of=grounds) == ["grounds-undecided warning"]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2020, 1, 31), []),
        (date(2020, 2, 1), []),
        (date(2020, 12, 31), []),
        (date(2021, 1, 1), []),
        (date(2021, 6, 27), []),
        (date(2021, 6, 28), []),
        (date(2025, 12, 27), []),
        (date(2025, 12, 28), []),
        (date(2031, 12, 27), []),
        (date(2031, 12, 28), ["transfer-without-ground error"]),
    ],
)
def test_the_united_kingdom_without_ground(on: date, found: list[str]) -> None:
    """Member, transition, bridge, two decisions: covered on each day until the second one ends."""
    assert told(on, countries="GB") == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2020, 1, 31), ["transfer-within-eea note"]),
        (date(2020, 2, 1), ["transfer-within-eea note"]),
        (date(2020, 12, 31), ["transfer-within-eea note"]),
        (date(2021, 1, 1), []),
        (date(2021, 6, 27), []),
        (date(2021, 6, 28), []),
        (date(2025, 12, 27), []),
        (date(2025, 12, 28), []),
        (date(2031, 12, 27), []),
        (date(2031, 12, 28), ["adequacy-not-in-force error"]),
    ],
)
def test_the_united_kingdom_on_adequacy(on: date, found: list[str]) -> None:
    """A ground where none is asked for, then one that holds, then one that has ended."""
    assert told(on, countries="GB", grounds="adequacy") == found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2023, 7, 9), ["transfer-without-ground error"]),
        (date(2023, 7, 10), ["transfer-without-ground warning"]),
    ],
)
def test_the_framework_begins(on: date, found: list[str]) -> None:
    """From 10 July 2023 a listing would be enough, so a person has to look whether there is one."""
    assert told(on, countries="US") == found


@pytest.mark.parametrize("ground", ["adequacy", "dpf-listed"])
@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2023, 7, 9), ["adequacy-not-in-force error"]),
        (date(2023, 7, 10), ["listing-not-recorded warning"]),
    ],
)
def test_the_framework_stated(ground: str, on: date, found: list[str]) -> None:
    """Before it began nothing could rest on it; from then on the recipient has to be listed."""
    assert told(on, countries="US", grounds=ground) == found


def test_a_listing() -> None:
    """Listed and valid: covered. Ended: recorded as not covering. For people at work: only if it says so."""

    def listed(**facts: Any) -> dict[str, Any]:
        return {"certifications": {"scheme": "eu-us-dpf", **facts}}

    on = date(2026, 1, 1)
    assert told(on, countries="US", recipient=listed()) == []
    assert told(on, countries="US", grounds="dpf-listed", recipient=listed(valid_until="2025-12-31")) == [
        "listing-not-recorded error"
    ]
    staff = {"countries": "US", "data_subjects": "employees"}
    assert told(on, recipient=listed(), **staff) == ["listing-without-staff-data warning"]
    assert told(on, recipient=listed(covers_hr=True), **staff) == []


OLD = {
    "kind": "standard-contractual-clauses",
    "decision": "2010/87",
    "transfer_impact_assessment": {"date": "2021-01-01"},
}


@pytest.mark.parametrize(
    ("signed", "on", "found"),
    [
        ("2021-09-26", date(2021, 9, 27), []),
        ("2021-09-27", date(2021, 9, 27), ["clauses-out-of-use error"]),
        ("2021-09-26", date(2022, 12, 27), []),
        ("2021-09-26", date(2022, 12, 28), ["clauses-out-of-use error"]),
    ],
)
def test_old_clauses(signed: str, on: date, found: list[str]) -> None:
    """New contracts until 26 September 2021, older ones until 27 December 2022."""
    assert told(on, countries="IN", agreement={**OLD, "signed": signed}) == found


def test_before_they_ended_no_day_is_asked() -> None:
    """Until the end of the old clauses nobody needs to know when they were signed."""
    assert told(date(2021, 9, 26), countries="IN", agreement=OLD) == []
    assert told(date(2021, 9, 27), countries="IN", agreement=OLD) == ["clauses-not-identified warning"]


def test_no_alarm_where_a_decision_covers() -> None:
    """An adequacy decision is a ground whether or not the register says so; one too many is worth a note."""
    on = date(2026, 11, 21)
    clauses = {"kind": "standard-contractual-clauses", "decision": "2021/914", "module": "2", "signed": "2024-01-01",
               "transfer_impact_assessment": {"date": "2024-01-01"}}  # fmt: skip

    assert told(on, countries=["CH", "JP", "NZ"]) == []
    assert told(on, countries="CH", agreement=clauses) == ["ground-not-needed note"]


def test_what_only_may_happen() -> None:
    """A possible transfer is never certain."""
    assert told(date(2026, 1, 1), countries="IN", possible=True) == ["transfer-without-ground warning"]
    assert told(date(2026, 1, 1), countries="IN", grounds="adequacy", possible=True) == [
        "adequacy-not-in-force warning"
    ]
