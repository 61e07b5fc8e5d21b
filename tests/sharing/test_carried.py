"""What the edges of the sharing graph carry, held against what typed reach says."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.builders import a_register

import ropa
from ropa.formats.graph import form
from ropa.model import Register
from ropa.sharing import around, holders, sharing_graph

ON = date(2026, 6, 1)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*/register.yaml"))


def schools() -> Register:
    """Two schools whose software measures for one of them alone."""
    flows = [
        {"sender": "oost", "recipient": "soft", "personal_data": ["name", "school-results"]},
        {"sender": "west", "recipient": "soft", "personal_data": ["name", "health-data"]},
        {"sender": "soft", "recipient": "meter", "customers": "oost", "countries": "US"},
    ]
    return a_register(
        holder="soft",
        parties=[{"key": key} for key in ("oost", "west", "soft", "meter")],
        activities=[
            {
                "key": "pupils",
                "controllers": ["oost", "west"],
                "data_subjects": "pupils",
                "personal_data": ["name", "school-results", "health-data"],
                "flows": [{"role": "processor"} | one for one in flows],
            }
        ],
    )


def families() -> Register:
    """A town to which citizens and children give data; those on health are of children alone."""
    town = {"sender": "data-subjects", "recipient": "town"}
    items = ["name", {"kind": "health-data", "subjects": "children"}]
    work = {"key": "w", "data_subjects": ["citizens", "children"], "personal_data": items, "flows": town}
    return a_register(holder="town", parties=[{"key": "town"}], activities=[work])


def edge(register: Register, start: str, end: str) -> dict[str, Any]:
    (found,) = [
        facts for one, to, facts in sharing_graph(register, ON).edges(data=True) if (one, to) == (start, end)
    ]
    return found


def test_data_of_another_customer_are_not_carried() -> None:
    """The flow is for one school, which gives no health data; the closure says so, and so does the edge."""
    found = edge(schools(), "party:soft", "party:meter")
    assert found["personal_data"] == ["name", "school-results"]
    assert "meter" not in {one.party for one in holders(schools(), "health-data", on=ON).holdings}


@pytest.mark.parametrize("name", ["graphml", "dot", "cytoscape", "node-link"])
def test_exports_say_no_more(name: str) -> None:
    """Neither an attribute nor a tooltip of the flow to the meter names health."""
    part = sharing_graph(schools(), ON)
    part.remove_nodes_from([one for one in part if one not in ("party:soft", "party:meter")])
    written = form.write(part, name, language="en")
    assert "school" in written
    assert "health" not in written


def test_what_a_sender_never_gets_is_not_carried() -> None:
    """The host gets names; what it backs up is no more than that."""
    items = ["name", "salary"]
    register = a_register(
        parties=[{"key": key} for key in ("us", "host", "backup")],
        holder="us",
        activities=[
            {
                "key": "w",
                "personal_data": items,
                "flows": [
                    {"recipient": "host", "role": "processor", "personal_data": "name"},
                    {"sender": "host", "recipient": "backup", "role": "processor"},
                ],
            }
        ],
    )
    assert edge(register, "party:host", "party:backup")["personal_data"] == ["name"]


def test_people_give_their_own_data() -> None:
    """Data on the health of children are not carried from citizens."""
    citizens, children = (edge(families(), f"people:{one}", "party:town") for one in ("citizens", "children"))
    assert (citizens["personal_data"], citizens["data_subjects"]) == (["name"], ["citizens"])
    assert (children["personal_data"], children["data_subjects"]) == (["name", "health-data"], ["children"])
    assert set(around(families(), on=ON, data="health-data")) == {"people:children", "party:town"}


def test_what_cannot_be_followed_stands_as_stated() -> None:
    """The activity has no such data any more on the day; its flow is there all the same, and is not blank."""
    given = {"sender": "data-subjects", "recipient": "us", "personal_data": "photo"}
    photo = {"kind": "photo", "valid_until": "2025-12-31"}
    register = a_register(
        parties=[{"key": "us"}],
        holder="us",
        activities=[
            {"key": "w", "data_subjects": "customers", "personal_data": [photo, "name"], "flows": given}
        ],
    )
    assert edge(register, "people:customers", "party:us")["personal_data"] == ["photo"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_edges_and_parts_agree(path: Path) -> None:
    """In every example an edge names a kind of data just where the part of the graph for it has the edge."""
    register = ropa.load(path)
    graph = sharing_graph(register, ON)
    listed = {json.dumps(one): one for *_, facts in graph.edges(data=True) for one in facts["personal_data"]}
    for word in [one for one in listed.values() if isinstance(one, str)][:12]:
        stated = {
            (start, end, key)
            for start, end, key, facts in graph.edges(keys=True, data=True)
            if word in facts["personal_data"]
        }
        part = around(register, on=ON, data=word)
        named = {
            (start, end, key)
            for start, end, key, facts in part.edges(keys=True, data=True)
            if facts["personal_data"]
        }
        assert named == stated
