"""A breach where roles on the way are open or end with a controller, where children are named, and on other days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.model import Register
from ropa.sharing import impact

ON = date(2026, 6, 1)


def shop(*flows: dict[str, Any], people: Any = "customers", **more: Any) -> Register:
    parties = [{"key": key, "name": key.title()} for key in ("shop", "other", "pro", "host")]
    activity = {"key": "orders", "data_subjects": people, "personal_data": "name", "flows": list(flows)}
    return Register.of(
        {"holder": "shop", "parties": parties, "activities": [activity | more.pop("of", {})], **more}
    )


def through(role: Any) -> Register:
    onward = {"sender": "pro", "recipient": "host", "role": "processor"}
    return shop({"recipient": "pro", "role": role}, onward)


def assessing(register: Register, party: str) -> list[tuple[str, str]]:
    """Who assesses, and on whose role that turns."""
    return [
        (one.who, one.if_who)
        for one in impact(register, breach=party, on=ON).notify
        if one.article == "33(1)"
    ]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("processor", [("shop", "")]),
        ("controller", [("pro", "")]),
        (["processor", "controller"], [("pro", "pro"), ("shop", "")]),
        ([], [("pro", "pro"), ("shop", "")]),
    ],
    ids=["processor", "controller", "undecided", "not stated"],
)
def test_who_answers_for_what_went_through_another(role: Any, expected: list[tuple[str, str]]) -> None:
    """Whoever got the data for itself answers for them, further down too; where that is open, both do."""
    assert sorted(assessing(through(role), "host")) == expected


def test_an_open_role_on_the_way_is_told() -> None:
    found = impact(through([]), breach="host", on=ON)
    assert found.activities[0].open_roles == ("pro",)
    assert "the role of Pro is open" in found.sentences("en")[1]


@pytest.mark.parametrize(("people", "told"), [("children", True), ("pupils", True), ("customers", False)])
def test_a_known_term_says_that_there_are_children(people: str, *, told: bool) -> None:
    """Recital 75. Where the register says that there are none, it is right."""
    found = impact(shop({"recipient": "host", "role": "processor"}, people=people), breach="host", on=ON)
    assert ("children" in {sign.kind for one in found.notify for sign in one.indicators}) is told
    denied = shop({"recipient": "host", "role": "processor"}, people={"kind": people, "children": False})
    assert not any(one.indicators for one in impact(denied, breach="host", on=ON).notify)


def test_nobody_tells_the_one_that_tells_first() -> None:
    """In a circle the data come back to the party where the breach is."""
    first = {"recipient": "pro", "role": "processor"}
    round_ = [
        {"sender": "pro", "recipient": "host", "role": "processor"},
        {"sender": "host", "recipient": "pro", "role": "processor"},
    ]
    found = impact(shop(first, *round_), breach="pro", on=ON).notify
    assert {(one.who, one.whom) for one in found if one.article == "33(2)"} == {
        ("pro", "shop"),
        ("pro", "host"),
    }


@pytest.mark.parametrize(
    ("days", "until", "since"),
    [
        ({"valid_until": "2025-12-31"}, date(2025, 12, 31), None),
        ({"valid_from": "2027-01-01"}, None, date(2027, 1, 1)),
    ],
    ids=["past", "planned"],
)
def test_data_of_other_days(days: dict[str, str], until: date | None, since: date | None) -> None:
    """Nothing goes there that day; what went there may still be there."""
    found = impact(shop({"recipient": "host", "role": "processor", **days}), breach="host", on=ON)
    assert not found.activities
    assert [(one.activity, one.until, one.since) for one in found.other_days] == [("orders", until, since)]
    assert str(until or since) in found.sentences("en")[-1]


def test_what_joint_controllers_arranged() -> None:
    """Of the activity that is touched, on the day, between those who answer for it."""
    paper = {"key": "paper", "kind": "joint-controller-arrangement", "between": ["shop", "other"]}
    duties = {"breach-notification": "other", "information": "shop"}
    register = shop(
        {"recipient": "host", "role": "processor"},
        of={"controllers": ["shop", "other"]},
        agreements=[{**paper, "duties": duties}],
    )
    (one,) = impact(register, breach="host", on=ON).arranged
    assert (one.agreement, one.duty, one.party) == ("paper", "breach-notification", "other")
    assert not impact(register, breach="pro", on=ON).arranged
