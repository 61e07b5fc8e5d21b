"""A controller that does something for another one and gives the results back, with patients of its own in the same activity."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ropa.model import Register
from ropa.records import processor_records
from ropa.sharing import chain, concentration, gaps, holders, impact

ON = date(2026, 6, 1)
INTO = {"sender": "south", "recipient": "north", "role": "processor", "personal_data": ["name", "number"]}
BACK = {"sender": "north", "recipient": "south", "personal_data": "diagnosis"}
PAPERS = (
    {
        "key": "lab",
        "kind": "processing-agreement",
        "between": ["south", "north"],
        "sub_processors": "general-authorisation",
    },
    {
        "key": "soft",
        "kind": "processing-agreement",
        "between": ["north", "soft"],
        "sub_processors": "general-authorisation",
    },
)


def hospital(
    *more: dict[str, Any], controllers: tuple[str, ...] = ("north", "south"), **first: Any
) -> Register:
    flows = [
        {**INTO, **first},
        {"sender": "north", "recipient": "soft", "role": "processor"},
        {"sender": "soft", "recipient": "cloud", "role": "processor"},
        *more,
    ]
    activity = {
        "key": "lab",
        "controllers": list(controllers),
        "data_subjects": "patients",
        "personal_data": ["name", "number", "diagnosis"],
        "flows": flows,
    }
    parties = [{"key": key, "name": key.title()} for key in ("north", "south", "soft", "cloud", "gp")]
    held = {"holder": "north", "parties": parties, "agreements": list(PAPERS), "activities": [activity]}
    return Register.of(held)


def test_the_results_are_the_customers() -> None:
    """What the laboratory makes for South is South's from there on, also where it goes further."""
    found = impact(hospital(BACK), breach="soft", on=ON).activities
    of_south = {item for one in found if "south" in one.customers for item in one.personal_data}
    assert of_south == {"name", "number", "diagnosis"}
    (row,) = (
        one
        for one in processor_records(hospital(BACK), "soft", on=ON)[0].rows
        if one.controller.key == "south"
    )
    assert row.controller.key == "south"


def test_a_return_makes_nothing_uncertain() -> None:
    """South gives its data whether or not it gets results back."""
    assert not any(one.possible for one in chain(hospital(BACK), "south", on=ON).links)
    assert not any(one.possible for one in impact(hospital(BACK), breach="north", on=ON).activities)
    assert not concentration(hospital(BACK), on=ON).parties[0].perhaps


def test_a_return_is_no_link_and_brings_nobody_elses() -> None:
    """North's own patients are not made known to South."""
    every = chain(hospital(BACK), "south", on=ON).links
    assert [one.hop.recipient for one in every] == ["north", "soft", "cloud"]
    of_south = [one for one in holders(hospital(BACK), "diagnosis", on=ON).holdings if one.party == "south"]
    assert {one.customers for one in of_south} == {("south",)}


def test_who_stands_below_and_by_whose_leave() -> None:
    """For South the software is a sub-processor, and North's leave counts for who stands below that."""
    links = {one.hop.recipient: one for one in chain(hospital(), "south", on=ON).links}
    assert links["soft"].hop.sub_processor
    assert [one.permission.value for one in links["cloud"].authorisations] == ["general"]
    assert not [one for one in gaps(hospital(), on=ON).gaps if "authorisation" in one.kind]


def test_what_goes_with_the_only_source() -> None:
    """Who gets its data from a party has none of them once that is gone; who has others keeps those."""
    flows = [
        {"sender": "gp", "recipient": "south", "personal_data": "name"},
        {"sender": "south", "recipient": "cloud", "role": "controller", "countries": "CH"},
    ]
    activity = {
        "key": "referral",
        "controllers": ["gp", "south"],
        "data_subjects": "patients",
        "personal_data": ["name", "diagnosis"],
        "flows": flows,
    }
    register = Register.of(
        {
            "holder": "gp",
            "parties": [{"key": key} for key in ("gp", "south", "cloud")],
            "activities": [activity],
        }
    )
    found = impact(register, remove="gp", on=ON)
    assert ("south", "cloud") in {one.parties for one in found.activities}
    assert [one.transfer.recipient for one in found.transfers] == ["cloud"]


@pytest.mark.parametrize(
    ("role", "expected"), [(None, [("gp", "gp"), ("south", "")]), ("controller", [("gp", "")])]
)
def test_a_source_answers_for_what_it_sends(role: str | None, expected: list[tuple[str, str]]) -> None:
    """Of a party of which nothing says what it is, it is open; one that is a controller otherwise is one here."""
    flows: list[dict[str, Any]] = [{"sender": "gp", "recipient": "south", "personal_data": "diagnosis"}]
    if role:
        flows.append({"sender": "south", "recipient": "gp", "role": role, "personal_data": "name"})
    activity = {
        "key": "a",
        "personal_data": ["name", "diagnosis"],
        "data_subjects": "patients",
        "flows": flows,
    }
    register = Register.of(
        {"holder": "south", "parties": [{"key": "gp"}, {"key": "south"}], "activities": [activity]}
    )
    found = impact(register, breach="gp", on=ON).notify
    assert sorted((one.who, one.if_who) for one in found if one.article == "33(1)") == expected


def test_the_day_decides_who_is_a_processor() -> None:
    """Once North no longer works for South, what it sends there is a source, and whom it engages its own processor."""
    ended = hospital(BACK, valid_until="2026-01-31")
    there = {(one.sender, one.recipient): one for one in ended.flows(on=ON)}
    assert not there["north", "soft"].onward
    assert there["north", "south"].source
    assert not there["north", "south"].back
    before = {(one.sender, one.recipient): one for one in ended.flows(on=date(2026, 1, 1))}
    assert before["north", "soft"].onward
    assert before["north", "south"].back


@pytest.mark.parametrize("others", range(59, 67))
def test_transfers_do_not_depend_on_what_was_asked_before(others: int) -> None:
    """Flows of a day are made anew when many other days were asked about in between."""
    paper = {"key": "old", "kind": "processing-agreement", "between": ["us", "host"], "ends": "2020-01-01"}
    activity = {"key": "a", "flows": [{"recipient": "host", "role": "processor", "countries": "US"}]}
    register = Register.of(
        {
            "holder": "us",
            "parties": [{"key": "us"}, {"key": "host"}],
            "agreements": [paper],
            "activities": [activity],
        }
    )
    first = processor_records(register, "host", on=ON)
    for day in range(others):
        register.flows(on=date(2025, 1, 1) + timedelta(days=day))
    assert processor_records(register, "host", on=ON) == first
    assert len(first[0].rows[0].transfers) == 1
