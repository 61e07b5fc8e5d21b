"""The graph of countries: it shows where data go, never where a firm has its seat."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import given, settings, strategies as st

from ropa import Register
from ropa.sharing import SharingGraph, countries, sharing_graph
from ropa.sharing.counted import stated

ON = date(2026, 6, 1)


def graph(*flows: dict[str, Any], country: str | None = "NL") -> SharingGraph:
    """What a shop in the Netherlands sends, to firms that are all established in the United States."""
    keys = dict.fromkeys(key for one in flows for key in (one.get("sender"), one["recipient"]) if key)
    parties = [{"key": "shop", "country": country}] + [
        {"key": key, "country": "US"} for key in keys if key != "shop"
    ]
    orders = {"key": "orders", "data_subjects": ["customers", "employees"], "flows": [*flows]}
    return sharing_graph(Register(holder="shop", parties=parties, activities=[orders]), ON)


def pairs(made: SharingGraph) -> set[tuple[str, str]]:
    """From which country to which, in short."""
    return {(start.rpartition(":")[2], end.rpartition(":")[2]) for start, end in made.edges()}


HOST = {"recipient": "host", "role": "processor", "countries": "DE"}


def test_data_go_where_they_are_processed() -> None:
    """A firm from the United States that keeps them in Germany keeps them in Germany."""
    made = countries(graph(HOST))

    assert pairs(made) == {("", "NL"), ("NL", "DE")}
    assert "fold:place:US" not in made
    assert ["party:host"] == made.nodes["fold:place:DE"]["folded"]
    assert ["people:customers", "people:employees"] == made.nodes["fold:people:"]["folded"]


def test_a_country_from_which_they_can_be_reached_is_one_too() -> None:
    """Its edge says access, not processing; the other one the reverse."""
    made = countries(graph(HOST | {"access_from": "IN"}))
    ((_, _, there),) = made.in_edges("fold:place:IN", data=True)
    ((_, _, here),) = made.in_edges("fold:place:DE", data=True)

    assert ([], ["IN"]) == (there["countries"], there["access_from"])
    assert (["DE"], []) == (here["countries"], here["access_from"])


def test_no_country_stated_is_not_stated() -> None:
    """The seat of the recipient does not stand in for it; nor is nothing stated where only access is."""
    assert pairs(countries(graph({"recipient": "host"}))) == {("", "NL"), ("NL", "")}
    assert ("NL", "") in pairs(countries(graph({"recipient": "host", "access_from": "IN"})))
    assert pairs(countries(graph(HOST, country=None))) == {("", ""), ("", "DE")}


def test_data_go_on_from_where_they_were_brought() -> None:
    """Every country of the flows to the sender; a sender to whom no flow leads has them nobody knows where."""
    onward = {"sender": "host", "recipient": "backup", "role": "processor", "countries": "IE"}
    lost = {"sender": "stray", "recipient": "backup", "countries": "IE"}

    assert pairs(countries(graph(HOST, onward))) == {("", "NL"), ("NL", "DE"), ("DE", "IE")}
    assert ("", "IE") in pairs(countries(graph(HOST, lost)))
    several = pairs(countries(graph(HOST | {"countries": ["DE", "FR"]}, onward)))
    assert several >= {("NL", "DE"), ("NL", "FR"), ("DE", "IE"), ("FR", "IE")}


def test_data_go_on_for_certain_only_from_where_they_are_for_certain() -> None:
    """From one of two places they may be in, possibly; from a place of which nothing else is said, as the flow says."""
    onward = {"sender": "host", "recipient": "backup", "role": "processor", "countries": "IE"}
    either = [HOST | {"key": code.lower(), "countries": code, "possible": True} for code in ("DE", "US")]

    def possible(*flows: dict[str, Any]) -> dict[str, bool]:
        made = countries(graph(*flows))
        return {
            start.rpartition(":")[2]: facts["possible"]
            for start, _, facts in made.in_edges("fold:place:IE", data=True)
        }

    assert {"DE": True, "US": True} == possible(*either, onward)
    assert {"DE": True, "US": False} == possible(either[0], either[1] | {"possible": None}, onward)
    assert {"DE": False} == possible(either[0], onward)
    assert {"DE": False, "FR": False} == possible(HOST | {"countries": ["DE", "FR"]}, onward)


def test_a_holder_without_flows_is_there() -> None:
    """In its own country."""
    made = countries(sharing_graph(Register(holder="shop", parties=[{"key": "shop", "country": "NL"}]), ON))

    assert ["fold:place:NL"] == list(made)


CODES = st.lists(st.sampled_from(["NL", "US", "IN", "JP"]), max_size=2, unique=True)
FLOWS = st.fixed_dictionaries(
    {
        "sender": st.sampled_from("abc"),
        "recipient": st.sampled_from("abc"),
        "countries": CODES,
        "access_from": CODES,
    }
)


@settings(deadline=None, max_examples=60)
@given(st.lists(FLOWS, max_size=8))
def test_every_flow_is_in_each_of_its_countries(flows: list[dict[str, Any]]) -> None:
    """None is lost or invented, the count stays, and the graph leaves as JSON."""
    plain = graph(*({"key": f"f{at}", **one} for at, one in enumerate(flows)))
    made = countries(plain)
    there = {
        (key, end.rpartition(":")[2])
        for _, end, facts in made.edges(data=True)
        for key in facts["keys"]
        if not key.endswith(":begins")
    }
    said = {
        (key, code)
        for _, _, key, facts in plain.edges(keys=True, data=True)
        for code in (*facts["countries"], *facts["access_from"])
    }

    assert {one for one in there if one[1]} >= said
    assert stated(made.edges(keys=True, data=True)) == stated(plain.edges(keys=True, data=True))
    assert json.dumps(
        [dict(made.nodes(data=True)), [facts for *_, facts in made.edges(data=True)], made.graph]
    )
