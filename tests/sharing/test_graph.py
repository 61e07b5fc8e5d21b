"""The sharing graph: who shares what with whom, as nodes and edges that leave as JSON without loss."""

from __future__ import annotations

import copy
import json
import pickle
import re
from datetime import date
from typing import Any, ClassVar

import networkx as nx
import pytest

from ropa.errors import UnknownEntry
from ropa.model import Register
from ropa.sharing import SharingGraph, around, drawn, sharing_graph

ON = date(2026, 11, 21)
KEYS = ("bakery", "host", "backup", "bank")


def register(
    *flows: dict[str, Any], parties: Any = (), activity: dict[str, Any] | None = None, **facts: Any
) -> Register:
    known = {one["key"]: one for one in (*({"key": key} for key in KEYS), *parties)}
    orders = {"key": "orders", "data_subjects": "customers", "flows": list(flows), **(activity or {})}
    data = {"holder": "bakery", "parties": list(known.values()), "activities": [orders], **facts}
    return Register.of(data)


def graph(*flows: dict[str, Any], on: date | None = None, **facts: Any) -> SharingGraph:
    return sharing_graph(register(*flows, **facts), on)


def ends(made: SharingGraph) -> set[tuple[str, str]]:
    """Who sends to whom, in short."""
    short = {node: node.replace("party:", "") for node in made}
    return {(short[start], short[end]) for start, end, _ in made.edges(keys=True)}


def edge(made: SharingGraph, recipient: str) -> dict[str, Any]:
    (facts,) = [facts for _, end, facts in made.edges(data=True) if end == f"party:{recipient}"]
    return facts


PEOPLE_FIRST = ("people:customers", "bakery")


class TestNodes:
    """Parties and groups of people."""

    def test_every_party_is_there(self) -> None:
        """Also a party that no flow touches: it is in the register."""
        assert {f"party:{key}" for key in KEYS} | {"people:customers"} == set(graph())

    def test_what_a_party_tells(self) -> None:
        """The documented attributes, all of them, as plain values."""
        host = {
            "key": "host",
            "name": {"nl": "Gastheer", "fr": "Hôte"},
            "named": False,
            "kind": "international-organisation",
            "services": ["hosting-provider", "iets anders"],
            "country": "CH",
            "public_body": True,
        }
        made = graph(parties=[host])

        assert made.nodes["party:host"] == {
            "kind": "party",
            "name": {"nl": "Gastheer", "fr": "Hôte"},
            "named": False,
            "party_kind": "international-organisation",
            "services": ["hosting-provider", "iets anders"],
            "country": "CH",
            "group": "",
            "public_body": True,
            "controller_of": [],
        }
        assert made.nodes["party:bakery"]["controller_of"] == ["orders"]
        assert made.nodes["people:customers"] == {"kind": "people", "name": "customers"}

    def test_a_register_without_parties(self) -> None:
        """The holder stands alone; a register of nobody is an empty graph."""
        assert set(sharing_graph(Register.of({"holder": "bakery"}))) == {"party:bakery"}
        assert set(sharing_graph(Register.of({}))) == set()

    def test_about_the_graph(self) -> None:
        """The graph says whose it is, in which language and on which day."""
        assert graph(on=ON).graph == {
            "register": "bakery",
            "holder": "party:bakery",
            "language": "en",
            "on": "2026-11-21",
        }
        assert graph().graph["on"] == ""


class TestEdges:
    """One edge for each flow, sender and recipient."""

    full: ClassVar[dict[str, Any]] = {
        "sender": "host",
        "recipient": "backup",
        "role": "processor",
        "processing": "backup",
        "personal_data": "name",
        "countries": ["NL", "US"],
        "access_from": "IN",
        "grounds": "adequacy",
        "grounds_any_of": ["derogation-consent", "derogation-contract"],
        "possible": True,
        "when": "Soms",
        "valid_from": "2025-01-01",
        "valid_until": "2027-01-01",
        "customers": "bakery",
    }

    def test_what_a_flow_tells(self) -> None:
        """The documented attributes, all of them, with defaults filled in and a processor's processor marked."""
        paper = {"key": "dpa", "kind": "sub-processing-agreement", "between": ["host", "backup"]}
        made = graph(
            {"recipient": "host", "role": "processor"},
            self.full,
            activity={"name": "Orders", "personal_data": ["name", "address"]},
            agreements=[paper],
        )

        assert edge(made, "backup") == {
            "activity": "orders",
            "activity_name": "Orders",
            "personal_data": ["name"],
            "data_subjects": ["customers"],
            "role": ["processor"],
            "sub_processor": True,
            "processing": ["backup"],
            "countries": ["NL", "US"],
            "access_from": ["IN"],
            "agreements": ["dpa"],
            "grounds": ["adequacy"],
            "grounds_any_of": ["derogation-consent", "derogation-contract"],
            "listed_in": [],
            "adequate": [],
            "adequate_if": [],
            "possible": True,
            "when": "Soms",
            "valid_from": "2025-01-01",
            "valid_until": "2027-01-01",
            "general": False,
            "is_source": False,
            "is_return": False,
            "customers": ["bakery"],
            "path": "activities.orders.flows.backup",
            "begins": False,
            "inferred": [],
            "contradicted": [],
        }

    def test_attributes_are_the_documented_ones(self) -> None:
        """The docstring names every attribute of nodes and edges; every edge has them all."""
        said = set(re.findall(r"`(\w+)`", sharing_graph.__doc__ or ""))
        made = graph({"recipient": "host"}, {"sender": "data-subjects", "recipient": "bank"})
        more = graph({"recipient": "host"})

        for one in (made, more):
            for _, facts in one.nodes(data=True):
                assert set(facts) <= said
            attributes = {frozenset(facts) for *_, facts in one.edges(data=True)}
            assert len(attributes) == 1
            assert attributes.pop() <= said

    def test_each_sender_and_recipient(self) -> None:
        """Two controllers and two recipients: four edges."""
        made = graph({"recipient": ["host", "bank"]}, activity={"controllers": ["bakery", "backup"]})

        assert ends(made) - {PEOPLE_FIRST, ("people:customers", "backup")} == {
            (sender, recipient) for sender in ("bakery", "backup") for recipient in ("host", "bank")
        }

    def test_two_flows_between_the_same_two(self) -> None:
        """Two edges: nothing is merged."""
        made = graph({"recipient": "host", "role": "processor"}, {"recipient": "host", "role": "controller"})

        assert made.number_of_edges("party:bakery", "party:host") == 2

    def test_in_general(self) -> None:
        """A flow said once for all is an edge of every activity it covers, marked."""
        made = graph(general={"flows": {"recipient": "bank"}})

        assert (edge(made, "bank")["general"], edge(made, "bank")["activity"]) == (True, "orders")

    def test_undecided_and_not_stated(self) -> None:
        """Several roles stay several; none stays none."""
        made = graph({"recipient": "host", "role": ["processor", "controller"]}, {"recipient": "bank"})

        assert (edge(made, "host")["role"], edge(made, "bank")["role"]) == (["processor", "controller"], [])


class TestWhereDataBegin:
    """People are joined to whom they give data: as flows say, else to the controllers."""

    def test_to_the_recipients_of_their_flows(self) -> None:
        """Flows whose sender is the data subjects are where data begin, and nothing else is."""
        made = graph({"sender": "data-subjects", "recipient": "bank"}, {"recipient": "host"})

        assert ends(made) == {("people:customers", "bank"), ("bakery", "host")}
        assert edge(made, "bank")["begins"]
        assert not edge(made, "host")["begins"]

    def test_else_to_the_controllers(self) -> None:
        """Without such a flow: to each controller, with all the data of the activity."""
        made = graph(activity={"controllers": ["bakery", "bank"], "personal_data": ["name", "salary"]})

        assert ends(made) == {PEOPLE_FIRST, ("people:customers", "bank")}
        assert edge(made, "bank")["personal_data"] == ["name", "salary"]
        assert edge(made, "bank")["path"] == "activities.orders"

    def test_unless_every_item_names_another_source(self) -> None:
        """Data that all come from another party do not begin with the people; what is recorded of them does."""

        def begins(*items: Any) -> bool:
            return PEOPLE_FIRST in ends(graph(activity={"personal_data": list(items)}))

        assert not begins({"kind": "salary", "source": "bank"})
        assert begins({"kind": "salary", "source": "bank"}, {"kind": "ip-address", "source": "automatic"})
        assert begins({"kind": "salary", "source": "bank"}, "name")
        assert begins({"kind": "salary", "source": ["bank", "data-subject"]})
        assert begins()

    def test_what_another_source_gives_does_not_begin_with_people(self) -> None:
        """Beside items that people give: only those are on their edge; also where it is looked up whose they are."""
        items: list[Any] = ["name", {"kind": "salary", "source": "bank"}]
        for more in ({}, {"kind": "email", "subjects": "customers"}):
            made = graph(
                {"recipient": "host"}, activity={"personal_data": [*items, *([more] if more else [])]}
            )
            begun = [facts["personal_data"] for *_, facts in made.edges(data=True) if facts["begins"]]
            assert begun == [["name", "email"] if more else ["name"]]

    def test_by_activity(self) -> None:
        """One activity's flow from people does not speak for another's."""
        wages = {"key": "wages", "data_subjects": "employees"}
        orders = {
            "key": "orders",
            "data_subjects": "customers",
            "flows": {"sender": "data-subjects", "recipient": "bank"},
        }
        made = graph(activities=[orders, wages])

        assert ends(made) == {("people:customers", "bank"), ("people:employees", "bakery")}

    def test_people_of_the_flow(self) -> None:
        """A flow that names whose data it carries begins with them; people in words are a node of their words."""
        made = graph(
            {
                "sender": "data-subjects",
                "recipient": "bank",
                "data_subjects": {"nl": "gasten", "fr": "hôtes"},
            },
            activity={"data_subjects": ["customers", {"kind": {"nl": "gasten", "fr": "hôtes"}}]},
        )

        assert ends(made) == {("people:gasten", "bank")}
        assert made.nodes["people:gasten"]["name"] == {"nl": "gasten", "fr": "hôtes"}

    def test_people_not_stated(self) -> None:
        """People who give data are people, also where nobody says who they are."""
        made = graph({"sender": "data-subjects", "recipient": "bank"}, activity={"data_subjects": []})

        assert ends(made) == {("people:data-subjects", "bank")}


class TestDays:
    """On a day, or whenever."""

    past: ClassVar[dict[str, Any]] = {"recipient": "host", "valid_until": "2024-12-31"}

    def test_whenever(self) -> None:
        """Without a day: every flow."""
        assert ("bakery", "host") in ends(graph(self.past))
        assert ("bakery", "host") in ends(graph(self.past, on=date(2024, 12, 31)))

    def test_on_a_day(self) -> None:
        """On a day: those that hold, in activities that hold."""
        ended = {"valid_until": "2024-12-31"}

        assert ends(graph(self.past, on=ON)) == {PEOPLE_FIRST}
        assert ends(graph({"recipient": "host"}, on=ON, activity=ended)) == set()
        assert graph(on=ON, activity=ended).nodes["party:bakery"]["controller_of"] == []


class TestParts:
    """Parts of a graph, to look at."""

    @pytest.fixture
    def whole(self) -> Register:
        wages = {
            "key": "wages",
            "data_subjects": "employees",
            "personal_data": "salary",
            "flows": {"recipient": "bank"},
        }
        orders = {
            "key": "orders",
            "data_subjects": "customers",
            "personal_data": ["name", "email", {"kind": {"nl": "brood"}}],
            "flows": [
                {"recipient": "host", "personal_data": "name"},
                {"sender": "host", "recipient": "backup", "personal_data": ["name", "email"]},
                {"sender": "host", "recipient": "bank", "personal_data": "email"},
            ],
        }
        return register(activities=[orders, wages])

    def test_activity(self, whole: Register) -> None:
        """One activity's flows."""
        assert ends(around(whole, on=ON, activity="wages")) == {
            ("people:employees", "bakery"),
            ("bakery", "bank"),
        }

    def test_data(self, whole: Register) -> None:
        """The flows by which one kind of data goes, people's own included; a label does as well as its term."""
        salary = {("people:employees", "bakery"), ("bakery", "bank")}
        assert ends(around(whole, on=ON, data="salary")) == salary
        assert ends(around(whole, on=ON, data="Loon")) == salary

    def test_data_that_nobody_sends_the_sender(self, whole: Register) -> None:
        """The host names e-mail addresses, but gets none: no flow carries them."""
        assert ends(around(whole, on=ON, data="email")) == {("people:customers", "bakery")}

    def test_chain_of_a_party(self, whole: Register) -> None:
        """What reaches it and what starts from it, and nothing that only meets it in another activity."""
        assert ends(around(whole, on=ON, party="backup")) == {
            ("people:customers", "bakery"),
            ("bakery", "host"),
            ("host", "backup"),
        }

    def test_steps(self, whole: Register) -> None:
        """So many steps around it, in either direction."""
        one, two = (around(whole, on=ON, party="backup", depth=depth) for depth in (1, 2))
        assert ends(one) == {("host", "backup")}
        assert ends(two) >= {("bakery", "host"), ("host", "backup")}

    def test_nobody_there(self, whole: Register) -> None:
        """A party without a flow in an activity: nothing, and no error. What the register has not is said."""
        assert set(around(whole, on=ON, party="backup", activity="wages")) == set()
        for strange in ({"party": "stranger"}, {"activity": "stranger"}, {"data": "shoe-size"}):
            with pytest.raises(UnknownEntry):
                around(whole, on=ON, **strange)  # type: ignore[arg-type]

    def test_keeps_what_is_said_of_the_graph(self, whole: Register) -> None:
        """A part knows whose it is."""
        assert drawn(around(whole, on=ON, activity="wages")).graph == sharing_graph(whole, ON).graph

    def test_drawn(self) -> None:
        """Parties no flow touches are not worth drawing; the holder is."""
        assert set(drawn(graph({"recipient": "host"}))) == {"people:customers", "party:bakery", "party:host"}
        assert set(drawn(sharing_graph(Register.of({"holder": "bakery"})))) == {"party:bakery"}


@pytest.mark.parametrize("day", [None, ON])
def test_leaves_as_json(bakery: Register, day: date | None) -> None:
    """Node-link JSON comes back as the same graph."""
    made = sharing_graph(bakery, day)
    data = nx.node_link_data(made, edges="edges")
    back = nx.node_link_graph(json.loads(json.dumps(data)), edges="edges")

    assert dict(made.nodes(data=True)) == dict(back.nodes(data=True))
    assert sorted(made.edges(keys=True)) == sorted(back.edges(keys=True))
    assert all(
        facts == back.edges[start, end, key] for start, end, key, facts in made.edges(keys=True, data=True)
    )


def test_same_register_same_graph(bakery: Register) -> None:
    """Nodes and edges come in the order of the register."""
    first, second = (nx.node_link_data(sharing_graph(bakery), edges="edges") for _ in range(2))

    assert json.dumps(first) == json.dumps(second)


def test_a_list_of_an_edge_can_not_be_changed_and_its_copies_can() -> None:
    facts = edge(graph({"recipient": "host", "role": "processor", "countries": ["DE"]}), "host")
    for change in ("append", "extend", "remove", "__iadd__"):
        with pytest.raises(TypeError, match="another list"):
            getattr(facts["countries"], change)("US")
    for copied in (copy.deepcopy(facts), pickle.loads(pickle.dumps(facts)), json.loads(json.dumps(facts))):
        assert copied == facts
        copied["countries"].append("US")
        assert facts["countries"] == ["DE"]


def test_nor_can_a_text_in_several_languages() -> None:
    """It stands on many edges, and in every graph of the register: a change would be one of all of them."""
    said = {"nl": "bloed", "fr": "sang"}
    held = {"name": {"nl": "Werk", "fr": "Travail"}, "personal_data": [{"kind": said}]}
    facts = edge(graph({"recipient": "host", "when": {"nl": "Soms", "fr": "Parfois"}}, activity=held), "host")
    for text in (facts["personal_data"][0], facts["activity_name"], facts["when"]):
        for change in (lambda one: one.update(nl="X"), lambda one: one.pop("nl"), lambda one: one.clear()):
            with pytest.raises(TypeError, match="another one"):
                change(text)
    copied = copy.deepcopy(facts)
    copied["personal_data"][0]["nl"] = "X"
    assert facts["personal_data"] == [said] == json.loads(json.dumps(facts))["personal_data"]
