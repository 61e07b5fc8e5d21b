"""What the page can be asked: every flow in words, every party, and reach as numbers."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.builders import a_register

import ropa
from ropa.formats.page.data import of
from ropa.formats.page.picture import shown
from ropa.model import Register
from ropa.sharing import drawn, sharing_graph
from ropa.sharing.reach import Reach

ON = date(2026, 11, 22)
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/register.yaml"))


def page_data(register: Register, language: str = "en", most: int = 60) -> dict[str, Any]:
    seen = shown(register, language=language, on=ON, most=most)
    return of(register, language=language, on=ON, seen=seen)


def shop(**flow: Any) -> Register:
    """A shop whose host hands names on to a desk."""
    return a_register(
        activities=[
            {
                "key": "orders",
                "name": "Orders",
                "personal_data": ["name", "health-data"],
                "data_subjects": ["customers"],
                "flows": [
                    {"recipient": "host", "role": "processor", "countries": ["NL"]} | flow,
                    {"sender": "host", "recipient": "desk", "role": "processor", "personal_data": ["name"]},
                ],
            }
        ]
    )


def two_customers() -> Register:
    """A host of a bakery and a clinic; its desk works for the bakery alone."""
    items = [{"kind": "name", "subjects": "customers"}, {"kind": "health-data", "subjects": "patients"}]
    flows = [
        {"sender": "bakery", "recipient": "host", "role": "processor", "data_subjects": "customers"},
        {"sender": "clinic", "recipient": "host", "role": "processor", "data_subjects": "patients"},
        {"sender": "host", "recipient": "desk", "role": "processor", "customers": "bakery"},
    ]
    of = {"key": "sites", "controllers": ["bakery", "clinic"], "data_subjects": ["customers", "patients"]}
    parties = [{"key": key} for key in ("bakery", "clinic", "host", "desk")]
    return a_register(parties=parties, activities=[of | {"personal_data": items, "flows": flows}])


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.parent.name)
def example(request: pytest.FixtureRequest) -> Register:
    return ropa.load(request.param)


class TestFindings:
    """What was found stands at the party and at the flow it is about."""

    def test_at_their_places(self) -> None:
        """A fault of a flow is that flow's, also one within it; one of an agreement that of flows resting on it."""
        flows = [
            {"recipient": "host", "role": "processor", "agreements": ["paper"]},
            {"sender": "host", "recipient": "desk", "role": "processor"},
        ]
        register = a_register(
            agreements=[{"key": "paper", "kind": "processing-agreement", "between": ["bakery", "host"]}],
            activities=[{"key": "orders", "name": "Orders", "personal_data": ["name"], "flows": flows}],
        )
        report = ropa.check(register, on=ON)
        seen = shown(register, language="nl", on=ON, findings=report.findings)
        told = of(register, language="nl", on=ON, seen=seen, findings=report.findings)
        first, second = (flow["ways"][0].get("found", []) for flow in told["flows"][:2])
        where = [one.where for one in report.findings]

        assert [one["code"] for one in told["found"]] == [one.code for one in report.findings]
        assert {where[at].partition(".flows.")[2].partition(".")[0] for at in second} == {
            path.partition(".flows.")[2].partition(".")[0] for path in where if ".flows.desk" in path
        }
        assert all(".flows.host" in where[at] or where[at].startswith("agreements.paper") for at in first)
        assert any(where[at].startswith("agreements.paper") for at in first)

    def test_none(self) -> None:
        """Without a report the data say nothing of findings."""
        assert "found" not in json.dumps([page_data(shop())[part] for part in ("flows", "parties")])


class TestWords:
    """Rows say what the register says."""

    def test_row(self) -> None:
        """Who, to whom, as what, where; a processor without a paper says so."""
        told = page_data(shop())
        first, second, begins = told["flows"]

        assert [told["parties"][at]["key"] for at in (first["from"], first["to"])] == ["bakery", "host"]
        assert (first["as"], first["place"], first["paper"]) == (
            "processor",
            "Netherlands",
            "no agreement in force recorded",
        )
        assert (second["as"], second["place"]) == ("sub-processor", "country not stated")
        assert (begins["from"], begins["as"]) == (-1, "controller")

    def test_ground(self) -> None:
        """What leaves the EEA says to where and on what, how that stands, or that no ground is recorded."""
        assert page_data(shop(countries=["IN"]))["flows"][0]["rests"].startswith(
            "India: no ground is recorded"
        )
        stated = page_data(shop(access_from=["US"], grounds=["derogation-consent"]), "nl")["flows"][0]
        assert stated["leaves"] is True
        ground, _, verdict = stated["rests"].partition(" – ")
        assert ground.startswith("Verenigde Staten: ")
        assert verdict
        assert "Verenigde Staten" not in verdict
        assert stated["place"] == "Nederland, bereikbaar vanuit: Verenigde Staten"

    def test_open_role(self) -> None:
        """An undecided role can be found by each of its words."""
        told = page_data(shop(role=["processor", "controller"]))

        assert told["flows"][0]["kind"] == "open"
        assert [told["roles"][at]["name"] for at in told["flows"][0]["roles"]] == ["processor", "controller"]

    def test_unknown_data(self) -> None:
        """A flow of which it is not known what it carries says so, and may carry everything."""
        told = page_data(shop(absences={"personal_data": {"unknown": "not asked"}}))

        assert told["flows"][0]["ways"][0]["unsaid"] is True
        assert told["flows"][0]["ways"][0]["takes"] == "3"

    def test_what_is_only_possible(self) -> None:
        """What `holders` says may be held is no plain fact: behind a flow that may happen, and where data may begin."""
        ways = [way for one in page_data(shop(possible=True))["flows"] for way in one["ways"]]
        assert [way["surely"] for way in ways if "surely" in way] == ["0"]
        assert not [way for one in page_data(shop())["flows"] for way in one["ways"] if "surely" in way]
        begun = [
            way for one in page_data(two_customers())["flows"] if one["from"] == -1 for way in one["ways"]
        ]
        assert {(way["takes"], way["surely"]) for way in begun} == {("3", "1"), ("3", "2")}

    def test_carries_what_its_sender_has_for_whom_it_is(self) -> None:
        """A desk that works for one customer of the host has the data of that one, whatever its flow takes."""
        told = page_data(two_customers())
        ways = {
            told["parties"][one["to"]]["key"]: one["ways"][0] for one in told["flows"] if one["from"] >= 0
        }
        tokens = told["activities"][0]["tokens"]
        kinds = [told["kinds"][kind]["name"] for kind, _ in tokens]

        assert ways["desk"]["takes"] == f"{(1 << len(tokens)) - 1:x}"
        assert [kinds[at] for at in range(len(kinds)) if int(ways["desk"]["carries"], 16) >> at & 1] == [
            "name"
        ]
        assert "carries" not in ways["host"]  # it goes without saying

    @pytest.mark.parametrize("language", ["en", "nl", "fr", "de"])
    def test_breach_as_the_library_says_it(self, example: Register, language: str) -> None:
        """What a breach touches, and who tells or assesses what: the sentences of `ropa.impact`, none left out."""
        told = page_data(example, language)
        for one in told["parties"]:
            answer = ropa.impact(example, breach=one["key"], on=ON)
            touched, notices = one.get("breach", [[], []])

            said = [told["breaches"][at] for at in (*touched, *notices)]
            assert said == list(answer.sentences(language)[1:] if answer.activities else [])
            told_of = len(answer.notify) + len(answer.law_enforcement) + bool(answer.members)
            assert (len(touched), len(notices)) == (len(answer.activities), told_of)

    def test_who_shares_is_counted_and_the_others_stand_apart(self) -> None:
        """The number of parties above the page is that of its list; who is in no flow is told to be."""
        register = a_register(
            parties=[{"key": "bakery"}, {"key": "host"}, {"key": "idle"}],
            activities=[{"key": "work", "flows": [{"recipient": "host"}]}],
        )
        parties = page_data(register)["parties"]

        assert {one["key"]: one.get("apart", False) for one in parties} == {
            "bakery": False,
            "host": False,
            "idle": True,
        }
        assert len(shown(register, language="en", on=ON).parties) == 2

    def test_languages_differ_in_words_alone(self, example: Register) -> None:
        """The numbers are the same in every language."""
        every = [page_data(example, language) for language in ("en", "nl", "fr", "de")]
        ways = [[row["ways"] for row in told["flows"]] for told in every]

        assert len({told["words"]["breach"] for told in every}) == 4
        assert ways[0] == ways[1] == ways[2] == ways[3]


class TestWhole:
    """Nothing is left out."""

    def test_every_flow_once(self, example: Register) -> None:
        """Each flow of each activity is a way of one row; what begins with people comes on top."""
        told, reach = page_data(example), Reach.of(example, ON)
        hops = sum(len(reach.hops[key]) for key in reach)
        begun = sum(len(row["ways"]) for row in told["flows"] if "place" not in row and row["from"] == -1)

        assert hops <= sum(len(row["ways"]) for row in told["flows"]) <= hops + begun

    def test_every_line_is_told(self, example: Register) -> None:
        """The table says the same as the picture: each drawn line stands for rows, each row is drawn."""
        told = page_data(example)
        by_rows = {line for row in told["flows"] for way in row["ways"] for line in way["drawn"]}

        assert by_rows == set(range(len(told["drawn"])))
        assert all(way["drawn"] for row in told["flows"] for way in row["ways"])

    def test_ends_of_lines(self, example: Register) -> None:
        """A row is drawn between its own sender and recipient."""
        told = page_data(example)
        for row in told["flows"]:
            for way in row["ways"]:
                for _, start, end in (told["drawn"][line] for line in way["drawn"]):
                    assert end == f"party:{told['parties'][row['to']]['key']}"
                    if row["from"] < 0:
                        assert start.startswith("people:")
                    else:
                        assert start == f"party:{told['parties'][row['from']]['key']}"

    def test_held(self, example: Register) -> None:
        """Who may hold what is the closure, number by number."""
        told, reach = page_data(example), Reach.of(example, ON)
        for activity in told["activities"]:
            found = {
                (told["parties"][party]["key"], told["parties"][tag]["key"]): int(may, 16)
                for party, tag, may in activity["held"]
            }

            assert dict(reach[activity["key"]].possible.at) == found

    def test_folded(self) -> None:
        """What is drawn as one box is still told flow by flow, and each box knows its parties."""
        parties = [{"key": "bakery"}, *({"key": f"p{at}", "country": "NL"} for at in range(9))]
        flows = [{"recipient": [f"p{at}" for at in range(9)], "role": "processor"}]
        register = a_register(parties=parties, activities=[{"key": "work", "flows": flows}])
        told = page_data(register, most=5)

        assert list(told["folds"]) == ["fold:country:NL"]
        assert [told["parties"][at]["key"] for at in told["folds"]["fold:country:NL"]] == [
            f"p{at}" for at in range(9)
        ]
        assert 9 == len(told["flows"])
        assert {tuple(row["ways"][0]["drawn"]) for row in told["flows"]} == {(0,)}

    def test_without_activities(self) -> None:
        """What is said in general is told where there is no activity."""
        register = a_register(general=[{"flows": [{"recipient": "host", "role": "processor"}]}])
        told = page_data(register)

        assert ["stated in general"] == [one["name"] for one in told["activities"]]
        assert 1 == len(told["flows"])

    def test_nobody_decides(self) -> None:
        """Without a holder and controllers data are for nobody: a number past those of the parties, and no party."""
        work = {"key": "work", "personal_data": "name", "flows": [{"sender": "a", "recipient": "b"}]}
        made = Register.of({"parties": [{"key": "a"}, {"key": "b"}], "activities": [work]})
        found = page_data(made)

        assert ["a", "b"] == [one["key"] for one in found["parties"]]
        assert [2] == found["activities"][0]["tags"]
        assert {0, 1} == {party for party, _, _ in found["activities"][0]["held"]}

    def test_an_arrangement_on_breaches_is_told_with_who_tells_whom(self) -> None:
        """And does not push out what is touched."""
        work = {
            "key": "work",
            "name": "Work",
            "controllers": ["a", "b"],
            "personal_data": "name",
            "data_subjects": "employees",
            "flows": [{"sender": "a", "recipient": "p", "role": "processor"}],
        }
        duties = {"breach-notification": "b", "breach-communication": "a"}
        paper = {"key": "ja", "kind": "joint-controller-arrangement", "between": ["a", "b"], "duties": duties}
        data = {"holder": "a", "parties": [{"key": key} for key in "abp"], "agreements": [paper]}
        found = page_data(Register.of({**data, "activities": [work]}))
        (touched, told) = found["parties"][2]["breach"]

        assert ["Work: name of employees (a → p); on behalf of a and b"] == [
            found["breaches"][one] for one in touched
        ]
        assert "p informs a" in found["breaches"][told[0]]
        assert "Arrangement" in found["breaches"][told[-1]]

    def test_empty(self) -> None:
        """A register that says nothing has a page that says so."""
        told = page_data(Register())

        assert ([], []) == (told["flows"], told["parties"])


def test_drawn_is_whole(example: Register) -> None:
    """The picture of the page has every flow of the graph."""
    graph = drawn(sharing_graph(example, ON))
    seen = shown(example, language="en", on=ON)

    assert graph.number_of_edges() == sum(len(ends) for ends in seen.lines.values())
