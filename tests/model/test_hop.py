"""Flows with their defaults filled in: senders, controllers, agreements, sub-processors, what is said in general."""

from __future__ import annotations

from typing import Any

from tests.builders import a_register

from ropa.model import Register


def register(*flows: dict[str, Any], **fields: Any) -> Register:
    """A register of one activity with these flows, each to a processor where it says no role."""
    said = [{"role": "processor", **flow} for flow in flows]
    return a_register(activities=[{"key": "p", "personal_data": ["name"], "data_subjects": "staff", "flows": said}], **fields)


def test_defaults_are_filled_in() -> None:
    """The holder sends, all data of the activity go."""
    (hop,) = register({"recipient": "host", "countries": "BE"}).flows()

    assert (hop.activity, hop.sender, hop.recipient, hop.personal_data, hop.data_subjects) == ("p", "bakery", "host", ("name",), ("staff",))
    assert (hop.path, hop.countries, hop.controllers, hop.is_processor) == ("activities.p.flows.host", ("BE",), ("bakery",), True)


def test_what_is_not_known_is_not_filled_in() -> None:
    """A flow of which the source does not say which data it carries carries none that can be named."""
    (hop,) = register({"recipient": "host", "absences": {"personal_data": {"unknown": "not said which"}}}).flows()

    assert (hop.personal_data, hop.data_subjects) == ((), ("staff",))


def test_several_recipients_and_controllers_are_several_flows() -> None:
    """Each controller sends to each recipient, but not to itself."""
    made = a_register(activities=[{"key": "p", "controllers": ["bakery", "host"], "flows": [{"recipient": ["host", "desk"]}]}])

    assert {("bakery", "host"), ("bakery", "desk"), ("host", "desk")} == {(hop.sender, hop.recipient) for hop in made.flows()}


def test_sub_processors_are_derived() -> None:
    """A processor whose sender is a processor, and only that: also in diamonds and in circles."""
    chain = register({"recipient": "host"}, {"sender": "host", "recipient": "desk"}).flows()
    diamond = register({"recipient": ["host", "desk"]}, {"sender": "host", "recipient": "desk"}).flows()
    circle = register({"sender": "host", "recipient": "desk"}, {"sender": "desk", "recipient": "host"}).flows()
    controller = register({"recipient": "host", "role": "controller"}, {"sender": "host", "recipient": "desk"}).flows()
    undecided = register({"recipient": "host", "role": ["processor", "controller"]}, {"sender": "host", "recipient": "desk"}).flows()

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

    assert [
        (hop.activity, hop.sender, hop.recipient, hop.general) for hop in made.flows()
    ] == [("p", "bakery", "host", True), ("q", "bakery", "desk", True)]
    assert [tuple(path for path, _ in one.generals) for one in made.seen()[1:]] == [("general.2",)]


def test_general_flows_without_activities_are_there() -> None:
    """A register of only what is said in general shares data too."""
    (hop,) = a_register(general=[{"flows": [{"recipient": "host"}]}]).flows()

    assert (hop.activity, hop.path) == ("", "general.1.flows.host")
