"""Where data begin: with whoever is said to have them, for certain only as far as flows leave it open."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.model import Register
from ropa.sharing import holders, impact, path_safeguards, sharing_graph
from ropa.sharing.reach import Reach

ON = date(2026, 6, 1)


def register(*flows: dict[str, Any], **facts: Any) -> Register:
    keys = ("clinic", "shop", "host", "lab", "stats")
    activity = {"key": "work", "data_subjects": ["patients", "customers"], "flows": list(flows), **facts}
    parties = [{"key": key} for key in keys]
    return Register.of({"ropa": 1, "holder": "clinic", "parties": parties, "activities": [activity]})


def held(told: Register, word: str) -> dict[str, bool]:
    """Who may hold some data, and whether that is sure."""
    return {one.party: not one.possible for one in holders(told, word, on=ON).holdings}


class TestWhatAFlowCarries:
    """What it names; where it names whose data it carries, none that are others'."""

    ITEMS = ("name", {"kind": "health-data", "subjects": "patients"})

    def test_data_of_the_people_it_names(self) -> None:
        told = register(
            {"recipient": "host", "role": "processor", "data_subjects": "customers"}, personal_data=self.ITEMS
        )

        [hop] = told.flows(on=ON)

        assert (hop.personal_data, hop.data_subjects) == (("name",), ("customers",))

    def test_people_whose_data_it_names(self) -> None:
        told = register(
            {"recipient": "host", "role": "processor", "personal_data": "health-data"},
            personal_data=self.ITEMS,
        )

        [hop] = told.flows(on=ON)

        assert (hop.personal_data, hop.data_subjects) == (("health-data",), ("patients",))

    def test_an_item_told_twice_is_of_everybody_where_one_does_not_say_whose(self) -> None:
        told = register(
            {"recipient": "host", "role": "processor", "data_subjects": "customers"},
            personal_data=[*self.ITEMS, {"key": "more", "kind": "health-data"}],
        )

        [hop] = told.flows(on=ON)

        assert "health-data" in hop.personal_data

    def test_the_picture_draws_what_begins_with_each_group(self) -> None:
        graph = sharing_graph(register(personal_data=self.ITEMS), ON)

        assert {
            facts["data_subjects"][0]: [*facts["personal_data"]]
            for _, _, facts in graph.edges(data=True)
            if facts["begins"]
        } == {"patients": ["name", "health-data"], "customers": ["name"]}


class TestResults:
    """What a party sends a controller and has from nobody it made itself."""

    FLOWS = (
        {"recipient": "lab", "role": "processor", "personal_data": "name"},
        {"sender": "lab", "recipient": "clinic", "personal_data": ["name", "diagnosis"]},
    )
    DATA = ("name", "diagnosis", "genetic-data")

    def test_it_holds_them(self) -> None:
        assert held(register(*self.FLOWS, personal_data=self.DATA), "diagnosis") == {
            "clinic": True,
            "lab": True,
        }

    def test_a_breach_there_touches_them(self) -> None:
        found = impact(register(*self.FLOWS, personal_data=self.DATA), breach="lab", on=ON)

        assert {item for one in found.activities for item, _ in one.tokens} == {"name", "diagnosis"}

    def test_there_is_a_way_back(self) -> None:
        told = register(*self.FLOWS, personal_data=self.DATA)

        assert path_safeguards(told, "lab", "clinic", on=ON).routes

    def test_what_it_has_from_somebody_comes_from_there(self) -> None:
        """The name came by the first flow, and still has that way."""
        told = register(*self.FLOWS, personal_data=self.DATA)
        spread = Reach.of(told, ON)["work"]

        [hop] = spread.possible.path(("lab", "clinic"), spread.asked(data=["name"]))

        assert hop.recipient == "lab"

    def test_one_that_names_nothing_makes_nothing(self) -> None:
        flows = (self.FLOWS[0], {"sender": "lab", "recipient": "clinic"})

        assert held(register(*flows, personal_data=self.DATA), "diagnosis") == {"clinic": True}

    def test_removing_who_sent_them_makes_nobody_their_maker(self) -> None:
        """Data begin where they began: who no longer gets something has not made it."""
        flows = (
            {"recipient": "host", "role": "processor", "personal_data": "name"},
            {"sender": "host", "recipient": "lab", "role": "processor", "personal_data": "name"},
            {"sender": "lab", "recipient": "clinic", "personal_data": "name"},
        )
        spread = Reach.of(register(*flows, personal_data=self.DATA), ON)["work"]

        assert spread.without("host").possible.held("lab") == 0


class TestSeveralControllers:
    """One may hold everything; for certain it holds what flows say."""

    DATA = ("name", "diagnosis")

    def test_one_that_another_gives_its_data_has_those(self) -> None:
        told = register(
            {
                "sender": "clinic",
                "recipient": "lab",
                "role": "joint-controller",
                "personal_data": "diagnosis",
            },
            {"sender": "lab", "recipient": "stats", "role": "processor"},
            personal_data=self.DATA,
            controllers=["clinic", "lab"],
            joint=True,
        )

        assert held(told, "diagnosis") == {"clinic": True, "lab": True, "stats": True}
        assert held(told, "name") == {"clinic": True, "lab": False, "stats": False}

    def test_one_whom_only_an_uncertain_flow_gives_data_keeps_its_own(self) -> None:
        told = register(
            {
                "sender": "clinic", "recipient": "lab", "role": "joint-controller",
                "personal_data": "diagnosis", "possible": True,
            },
            personal_data=self.DATA, controllers=["clinic", "lab"], joint=True,
        )  # fmt: skip

        assert held(told, "name") == {"clinic": True, "lab": True}

    def test_each_has_its_own_people(self) -> None:
        """Two customers of a host, neither of which is anybody to the other's people."""
        told = register(
            {"sender": "clinic", "recipient": "host", "role": "processor", "data_subjects": "patients"},
            {"sender": "shop", "recipient": "host", "role": "processor", "data_subjects": "customers"},
            personal_data=["name", {"kind": "health-data", "subjects": "patients"}],
            controllers=["clinic", "shop"],
        )

        assert held(told, "health-data") == {"clinic": True, "shop": False, "host": True}
        begins = {
            (start, end) for start, end, facts in sharing_graph(told, ON).edges(data=True) if facts["begins"]
        }
        assert begins == {("people:patients", "party:clinic"), ("people:customers", "party:shop")}

    def test_one_that_sends_it_knows_not_what_may_have_everything(self) -> None:
        told = register(
            {"sender": "clinic", "recipient": "host", "role": "processor"},
            {"sender": "shop", "recipient": "host", "role": "processor", "data_subjects": "customers"},
            personal_data=["name", {"kind": "health-data", "subjects": "patients"}],
            controllers=["clinic", "shop"],
        )

        assert held(told, "health-data") == {"clinic": True, "shop": False, "host": True}

    def test_it_says_so(self) -> None:
        told = register(
            {"sender": "clinic", "recipient": "shop", "role": "joint-controller", "personal_data": "name"},
            personal_data=self.DATA,
            controllers=["clinic", "shop"],
            joint=True,
        )

        assert "shop (controller, may hold them: no flow says so)" in str(holders(told, "diagnosis", on=ON))
