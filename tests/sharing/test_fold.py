"""Folding: what is folded is said, what stays apart stays apart, and no flow is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from tests.drawing.graphs import graph, node

from ropa.sharing import SharingGraph
from ropa.sharing.folding import By, fold

NL = {"countries": ["NL"]}
US = {"countries": ["US"], "grounds": ["adequacy"]}


def many(*flows: tuple[str, str, dict[str, Any]], **changes: dict[str, Any]) -> SharingGraph:
    """A graph of flows, its parties changed by key; `a` holds the register."""
    made = graph(*((f"party:{start}", f"party:{end}", facts) for start, end, facts in flows))
    for key, facts in changes.items():
        node(made, f"party:{key}", **facts)
    for _, _, facts in made.edges(data=True):
        facts.update(general=False, customers=[], path="x")
    return made


def test_a_small_graph_stays_as_it_is() -> None:
    """Up to so many parties there is nothing to fold."""
    made = many(("a", "b", NL), ("a", "c", NL))

    assert fold(made, most=3) is made
    assert fold(made, most=2) is not made


def test_parties_of_a_country_are_one_node_that_says_who() -> None:
    """By the country of establishment; the holder and controllers of activities stay, and so does one alone."""
    made = fold(
        many(
            ("a", "b", NL),
            ("a", "c", NL),
            ("a", "d", NL),
            ("a", "e", NL),
            a={"country": "US"},
            b={"country": "US", "name": "Bee"},
            c={"country": "US"},
            d={"country": "US", "controller_of": ["payroll"]},
            e={"country": "IN"},
        ),
        most=2,
    )

    assert {"party:a", "party:d", "party:e", "fold:country:US"} == set(made)
    folded = made.nodes["fold:country:US"]
    assert ("fold", "country", "US") == (folded["kind"], folded["by"], folded["value"])
    assert (["party:b", "party:c"], ["Bee", "c"]) == (folded["folded"], folded["names"])
    assert {"by": "country", "nodes": {"fold:country:US": ["party:b", "party:c"]}} == made.graph["folded"]


def test_a_country_not_stated_is_that_of_all_flows() -> None:
    """One country in every flow is taken; several, or a flow that says none, are not."""
    made = fold(
        many(
            *[("a", key, NL) for key in "bc"], ("a", "d", US), ("a", "d", NL), ("a", "e", {}), ("a", "e", NL)
        ),
        most=2,
    )

    assert {"party:a", "fold:country:NL", "fold:country:"} == set(made)
    assert ["party:d", "party:e"] == made.nodes["fold:country:"]["folded"]


@pytest.mark.parametrize(
    ("by", "facts", "key"),
    [
        ("kind", {"services": ["cloud-provider", "x"]}, "fold:kind:cloud-provider"),
        ("kind", {"services": [{"nl": "iets", "fr": "quelque"}]}, "fold:kind:iets"),
        ("kind", {"services": []}, "fold:kind:"),
        ("group", {"group": "party:a"}, "fold:group:party:a"),
    ],
)
def test_kind_and_group(by: By, facts: dict[str, Any], key: str) -> None:
    """By the first service, by the group; a text of the register's own is taken as it is."""
    made = fold(many(("a", "b", NL), ("a", "c", NL), b=facts, c=facts), by, most=2)

    assert {"party:a", key} == set(made)


def test_without_a_group_a_party_stays() -> None:
    """That two parties belong to no group does not make them one."""
    assert {"party:a", "party:b", "party:c"} == set(
        fold(many(("a", "b", NL), ("a", "c", NL)), "group", most=2)
    )


def test_like_flows_are_one_edge_that_counts_them() -> None:
    """Lists are united, single facts become lists; what is said once stays said."""
    made = fold(
        many(
            (
                "a",
                "b",
                NL | {"processing": ["hosting"], "activity": "x", "activity_name": "X", "when": "soms"},
            ),
            ("a", "c", NL | {"processing": ["backup"], "activity": "y", "activity_name": "Y"}),
        ),
        most=2,
    )
    ((_, _, facts),) = made.edges(data=True)

    assert (2, ["0", "1"]) == (facts["flows"], facts["keys"])
    assert (["hosting", "backup"], ["x", "y"], ["X", "Y"]) == (
        facts["processing"],
        facts["activities"],
        facts["activity_names"],
    )
    assert ("", "soms", ["soms"]) == (facts["activity"], facts["when"], facts["conditions"])


@pytest.mark.parametrize(
    "other",
    [
        US,
        NL | {"role": ["controller"]},
        NL | {"possible": True},
        NL | {"valid_from": "2027-01-01"},
        NL | {"is_source": True},
    ],
)
def test_flows_that_differ_in_law_stay_apart(other: dict[str, Any]) -> None:
    """A ground belongs to its country, a possible flow is not one that happens."""
    made = fold(many(("a", "b", NL), ("a", "c", other), b={"country": "BE"}, c={"country": "BE"}), most=2)

    assert 2 == made.number_of_edges()


def test_what_only_some_flows_have_is_said_to_be_so() -> None:
    """A condition, a customer or a doubt of one is not that of all."""
    so = {"when": "soms", "inferred": ["flow"]}
    made = many(("a", "b", NL | so), ("a", "c", NL | so), ("a", "c", NL | {"when": "nu"}))
    for end, customers, general in (("party:b", ["k"], False), ("party:c", [], True)):
        for _, _, facts in made.in_edges(end, data=True):
            facts.update(customers=customers, general=general)
    ((_, _, facts),) = fold(made, most=2).edges(data=True)

    assert ["general", "customers", "inferred"] == facts["partly"]
    assert (True, ["k"]) == (facts["general"], facts["customers"])


def test_flows_within_a_fold_are_a_loop() -> None:
    """Sharing between two of them is still there."""
    made = fold(many(("a", "b", NL), ("b", "c", NL)), most=2)

    assert {("party:a", "fold:country:NL"), ("fold:country:NL", "fold:country:NL")} == set(made.edges())


def test_what_one_asks_for_stays() -> None:
    """A node in `keep` is not folded."""
    assert "party:b" in fold(many(*[("a", key, NL) for key in "bcd"]), most=2, keep=["party:b"])


KEYS = st.sampled_from("abcdef")


@settings(deadline=None, max_examples=100)
@given(
    st.lists(
        st.tuples(KEYS, KEYS, st.sampled_from([NL, US, {}, {"possible": True}, {"role": []}])), max_size=15
    ),
    st.sampled_from(["country", "kind", "group"]),
)
def test_no_flow_is_lost_and_all_is_json(flows: list[tuple[str, str, dict[str, Any]]], by: Any) -> None:
    """Every flow is counted once under its key, every party stands somewhere once, and the graph leaves as JSON."""
    made = many(*flows)
    folded = fold(made, by, most=1)
    counted = [
        key for *_, name, facts in folded.edges(keys=True, data=True) for key in facts.get("keys", [name])
    ]
    stand = [one for key, facts in folded.nodes(data=True) for one in facts.get("folded", [key])]

    assert sorted(name for *_, name in made.edges(keys=True)) == sorted(counted)
    assert sorted(made) == sorted(stand)
    assert json.dumps(
        [dict(folded.nodes(data=True)), [facts for *_, facts in folded.edges(data=True)], folded.graph]
    )
