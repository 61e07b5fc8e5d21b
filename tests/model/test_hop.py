"""Flows with their defaults filled in: senders, controllers, agreements, sub-processors, what is said in general."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.builders import a_register

from ropa.model import Register
from ropa.model.hop import _Paper, between


def register(*flows: dict[str, Any], **fields: Any) -> Register:
    """A register of one activity with these flows, each to a processor where it says no role."""
    said = [{"role": "processor", **flow} for flow in flows]
    return a_register(
        activities=[{"key": "p", "personal_data": ["name"], "data_subjects": "staff", "flows": said}],
        **fields,
    )


def test_defaults_are_filled_in() -> None:
    """The holder sends, all data of the activity go."""
    (hop,) = register({"recipient": "host", "countries": "BE"}).flows()

    assert (hop.activity, hop.sender, hop.recipient, hop.personal_data, hop.data_subjects) == (
        "p",
        "bakery",
        "host",
        ("name",),
        ("staff",),
    )
    assert (hop.path, hop.countries, hop.controllers, hop.is_processor) == (
        "activities.p.flows.host",
        ("BE",),
        ("bakery",),
        True,
    )


def test_what_is_not_known_is_not_filled_in() -> None:
    """A flow of which the source does not say which data it carries carries none that can be named."""
    (hop,) = register(
        {"recipient": "host", "absences": {"personal_data": {"unknown": "not said which"}}}
    ).flows()

    assert (hop.personal_data, hop.data_subjects) == ((), ("staff",))


def test_several_recipients_and_controllers_are_several_flows() -> None:
    """Each controller sends to each recipient, but not to itself."""
    made = a_register(
        activities=[
            {"key": "p", "controllers": ["bakery", "host"], "flows": [{"recipient": ["host", "desk"]}]}
        ]
    )

    assert {("bakery", "host"), ("bakery", "desk"), ("host", "desk")} == {
        (hop.sender, hop.recipient) for hop in made.flows()
    }


def test_sub_processors_are_derived() -> None:
    """A processor whose sender is a processor, and only that: also in diamonds and in circles."""
    chain = register({"recipient": "host"}, {"sender": "host", "recipient": "desk"}).flows()
    diamond = register({"recipient": ["host", "desk"]}, {"sender": "host", "recipient": "desk"}).flows()
    circle = register(
        {"sender": "host", "recipient": "desk"}, {"sender": "desk", "recipient": "host"}
    ).flows()
    controller = register(
        {"recipient": "host", "role": "controller"}, {"sender": "host", "recipient": "desk"}
    ).flows()
    undecided = register(
        {"recipient": "host", "role": ["processor", "controller"]}, {"sender": "host", "recipient": "desk"}
    ).flows()

    assert [hop.sub_processor for hop in chain] == [False, True]
    assert [hop.sub_processor for hop in diamond] == [False, False, True]
    assert [hop.sub_processor for hop in circle] == [True, True]
    assert [hop.sub_processor for hop in controller] == [False, False]
    assert [hop.sub_processor for hop in undecided] == [False, False]


def test_agreements_between_the_two_are_found() -> None:
    """Those that cover the activity; or those the flow names."""
    two = ["bakery", "host"]
    papers = [{"key": "all", "between": two}, {"key": "only-q", "between": two, "covers": "q"}, {"key": "x"}]
    made = a_register(
        agreements=papers,
        activities=[
            {"key": "p", "flows": [{"recipient": "host"}, {"recipient": "desk", "agreements": "x"}]},
            {"key": "q", "flows": [{"recipient": "host"}]},
        ],
    )

    assert [hop.agreements for hop in made.flows()] == [("all",), ("x",), ("all", "only-q")]


def test_customers_stand_for_the_controllers() -> None:
    """Where a processor is engaged for some of them only."""
    (hop,) = register({"recipient": "host", "customers": "desk"}).flows()

    assert hop.controllers == ("desk",)


def test_what_is_said_in_general_is_added() -> None:
    """To every activity of the holder, or to those it names; its sender is the holder."""
    made = a_register(
        general=[{"flows": [{"recipient": "host"}]}, {"activities": "q", "flows": [{"recipient": "desk"}]}],
        activities=[{"key": "p"}, {"key": "q", "controllers": "desk"}],
    )

    assert [(hop.activity, hop.sender, hop.recipient, hop.general) for hop in made.flows()] == [
        ("p", "bakery", "host", True),
        ("q", "bakery", "desk", True),
    ]
    assert [tuple(path for path, _ in one.generals) for one in made.seen()[1:]] == [("general.2",)]


def test_general_flows_without_activities_are_there() -> None:
    """A register of only what is said in general shares data too."""
    (hop,) = a_register(general=[{"flows": [{"recipient": "host"}]}]).flows()

    assert (hop.activity, hop.path) == ("", "general.1.flows.host")


ON = date(2026, 11, 21)
ENDED = {"valid_until": "2019-12-31"}


def test_a_flow_holds_as_long_as_what_says_it() -> None:
    """The latest start and the earliest end of activity and general entry, and the days of the flow itself."""
    made = a_register(
        general=[
            {
                "valid_from": "2024-01-01",
                "valid_until": "2026-12-31",
                "flows": [{"recipient": "host", "valid_until": "2025-06-30"}],
            }
        ],
        activities=[{"key": "p", "valid_from": "2023-01-01", "valid_until": "2025-12-31"}],
    )
    (hop,) = made.flows()

    assert (hop.holds_from, hop.holds_until) == (date(2024, 1, 1), date(2025, 12, 31))
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [hop.holds(day) for day in days] == [False, True, True, False]
    assert hop.is_said(date(2025, 12, 31))
    assert not hop.is_said(date(2026, 1, 1))


def test_flows_of_an_ended_general_entry_are_over() -> None:
    """Also where no activity is covered."""
    general = [{**ENDED, "flows": [{"recipient": "host"}]}]

    assert a_register(general=general).flows(on=ON) == ()
    assert a_register(general=general, activities=[{"key": "p"}]).flows(on=ON) == ()
    assert len(a_register(general=general, activities=[{"key": "p"}]).flows(on=date(2019, 12, 31))) == 1


def test_on_a_day_only_agreements_in_force() -> None:
    """Ended and not yet signed ones are left out; one that a flow names is not replaced by another."""
    two = ["bakery", "host"]
    papers = [
        {"key": "old", "between": two, "ends": "2019-12-31"},
        {"key": "now", "between": two},
        {"key": "next", "between": two, "signed": "2027-01-01"},
    ]
    made = register(
        {"recipient": "host"}, {"key": "named", "recipient": "host", "agreements": "old"}, agreements=papers
    )

    assert [hop.agreements for hop in made.flows()] == [("old", "now", "next"), ("old",)]
    assert [hop.agreements for hop in made.flows(on=ON)] == [("now",), ()]
    assert [hop.agreements for hop in made.flows(on=date(2019, 1, 1))] == [("old", "now"), ("old",)]


def test_on_a_day_only_the_data_of_that_day() -> None:
    """What a flow carries by default follows the activity; what it names stays."""
    made = a_register(
        general=[{**ENDED, "data_subjects": "visitors"}],
        activities=[
            {
                "key": "p",
                "personal_data": ["name", {"kind": "salary", **ENDED}],
                "data_subjects": "staff",
                "flows": [{"recipient": "host"}, {"recipient": "desk", "personal_data": "salary"}],
            }
        ],
    )

    assert [(hop.personal_data, hop.data_subjects) for hop in made.flows(on=ON)] == [
        (("name",), ("staff",)),
        (("salary",), ("staff",)),
    ]
    assert made.flows()[0].personal_data == ("name", "salary")


def test_members_of_a_category_are_covered() -> None:
    """An agreement with a category is one with each of its members, in every look-up."""
    kinds = {"key": "kinds", "named": False, "members": ["host"]}
    made = a_register(
        parties=[{"key": "bakery"}, {"key": "host"}, {"key": "desk"}, kinds],
        agreements=[{"key": "all", "between": ["bakery", "kinds"], "covers": "p"}],
        activities=[{"key": "p", "flows": [{"recipient": "host"}, {"recipient": "desk"}]}, {"key": "q"}],
    )

    assert [hop.agreements for hop in made.flows()] == [("all",), ()]
    assert between(made, "bakery", "host", "p") == ("all",)
    assert between(made, "bakery", "host", "q") == between(made, "bakery", "desk", "p") == ()


def test_on_a_day_only_the_processors_of_that_day() -> None:
    """Whoever is no processor any longer makes nobody a sub-processor; the same where no activity is covered."""
    over = {"recipient": "host", "role": "processor", "valid_until": "2020-01-01"}
    onward = {"sender": "host", "recipient": "desk", "role": "processor"}
    for activities in ([], [{"key": "p"}]):
        made = a_register(general=[{"flows": [over, onward]}], activities=activities)

        assert [hop.sub_processor for hop in made.flows()] == [False, True]
        assert [hop.sub_processor for hop in made.flows(on=date(2026, 1, 1))] == [False]


def test_the_members_of_a_category_are_gathered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for every question whether an agreement covers somebody: a category may have thousands."""
    made: list[str] = []
    gather = _Paper.of
    monkeypatch.setattr(_Paper, "of", lambda held, paper: made.append(paper.key) or gather(held, paper))
    held = a_register(agreements=[{"key": "all", "between": ["bakery", "host"]}])

    assert all(between(held, "bakery", "host", "p") for _ in range(9))
    assert made == ["all"]
