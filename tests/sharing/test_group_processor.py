"""A controller that is the processor of another one in the same activity: the payroll of a group, done by its mother."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.audience import copy_for
from ropa.model import Register
from ropa.records import processor_records
from ropa.sharing import chain, gaps, holders, impact, path_safeguards

ON = date(2026, 6, 1)
INTO = {"sender": "child", "recipient": "mother", "role": "processor", "countries": "FR"}
ON_TO = {"sender": "mother", "recipient": "bureau", "role": "processor", "countries": "FR"}
FORBIDS = {
    "key": "dpa-child",
    "kind": "processing-agreement",
    "between": ["child", "mother"],
    "sub_processors": "none",
}


def group(*more: dict[str, Any], agreements: tuple[dict[str, Any], ...] = (FORBIDS,)) -> Register:
    parties = [{"key": key, "name": key.title()} for key in ("mother", "child", "bureau", "bank")]
    activity = {
        "key": "pay",
        "controllers": ["mother", "child"],
        "data_subjects": "employees",
        "personal_data": ["name", "salary"],
        "flows": [INTO, ON_TO, *more],
    }
    held = {"holder": "mother", "parties": parties, "agreements": list(agreements), "activities": [activity]}
    return Register.of(held)


def test_both_have_data_with_the_processor() -> None:
    """What the mother has as processor stays the child's; its own begin with it as well."""
    found = {(one.party, one.customers) for one in holders(group(), "salary", on=ON).holdings}
    assert {customers for party, customers in found if party == "bureau"} == {("mother", "child")}
    assert {customers for party, customers in found if party == "mother"} == {("mother", "child")}


def test_its_leave_is_asked() -> None:
    """The child allows its processor nobody, and its processor engages somebody."""
    (gap,) = (one for one in gaps(group(), on=ON).gaps if "authorisation" in one.kind)
    assert (gap.how, gap.recipient, gap.customers) == ("refused", "bureau", ("child",))


def test_the_chain_of_each() -> None:
    """For the child the bureau stands one further down than for the mother."""
    links = {
        customer: [
            (one.hop.recipient, one.rank) for one in chain(group(), "mother", on=ON, customer=customer).links
        ]
        for customer in ("mother", "child")
    }
    assert links == {"mother": [("bureau", 1)], "child": [("bureau", 2)]}
    (both,) = chain(group(), "mother", on=ON).links
    assert both.customers == ("mother", "child")


def test_who_tells_whom_and_who_assesses() -> None:
    found = impact(group(), breach="bureau", on=ON)
    assert {(one.who, one.whom) for one in found.notify if one.article == "33(2)"} == {
        ("bureau", "mother"),
        ("mother", "child"),
    }
    assert [one.who for one in found.notify if one.article == "33(1)"] == ["mother", "child"]


def test_the_records_and_the_copy_name_it() -> None:
    (record,) = processor_records(group(), "bureau", on=ON)
    assert [row.controller.key for row in record.rows] == ["mother", "child"]
    copy = copy_for(group(), "customer", "child").register
    assert "bureau" in {hop.recipient for hop in copy.flows()}


@pytest.mark.parametrize("back", [{}, {"personal_data": "salary"}])
def test_what_comes_back_is_no_way_round(back: dict[str, Any]) -> None:
    """The bureau gives its results back to the mother: no hop of the way from the child to the bank."""
    further = {"sender": "bureau", "recipient": "bank", "role": "controller", "countries": "FR"}
    register = group({"sender": "bureau", "recipient": "mother", **back}, further)
    routes = path_safeguards(register, "child", "bank", on=ON).routes
    assert [[leg.hop.recipient for leg in one.legs] for one in routes] == [["mother", "bureau", "bank"]]
    assert not routes[0].besides


def test_a_controller_that_gets_data_for_itself_has_them_as_its_own() -> None:
    """Without the role of a processor nothing of this holds."""
    activity = group().activities[0]
    own = {**INTO, "role": "controller"}
    register = group().put(type(activity)(**{**_said(activity), "flows": [own, ON_TO]}))
    assert not [one for one in gaps(register, on=ON).gaps if "authorisation" in one.kind]
    assert [one.who for one in impact(register, breach="bureau", on=ON).notify if one.article == "33(1)"] == [
        "mother"
    ]


def _said(activity: Any) -> dict[str, Any]:
    return {
        "key": activity.key,
        "controllers": ["mother", "child"],
        "data_subjects": "employees",
        "personal_data": ["name", "salary"],
    }
