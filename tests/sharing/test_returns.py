"""Results that go back from a processor to who engages it: nobody's role is open by that, and nobody is told by it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import ropa
from ropa.drawing import picture, svg
from ropa.model import Register
from ropa.sharing import chain, impact, sharing_graph

ON = date(2026, 6, 1)


def laboratory(role: str = "") -> Register:
    """A hospital, its laboratory, and one that does the sequencing for that and gives the results back."""
    back: dict[str, Any] = {"sender": "gen", "recipient": "lab", "personal_data": "name"}
    if role:
        back["role"] = role
    parties = [{"key": "h", "name": "Hospital"}, {"key": "lab", "name": "Lab"}, {"key": "gen", "name": "Gen"}]
    flows = [
        {"recipient": "lab", "role": "processor", "countries": "BE"},
        {"sender": "lab", "recipient": "gen", "role": "processor", "countries": "BE"},
        back,
    ]
    activity = {"key": "tests", "data_subjects": "patients", "personal_data": "name", "flows": flows}
    return Register.of({"holder": "h", "parties": parties, "activities": [activity]})


def test_a_return_is_a_fact_of_the_flow() -> None:
    assert [hop.returned for hop in laboratory().flows()] == [False, False, True]
    assert not any(hop.returned for hop in laboratory("controller").flows())


def test_back_to_the_controller_is_a_source_and_no_return() -> None:
    register = Register.of(
        {
            "holder": "h",
            "parties": [{"key": "h"}, {"key": "lab"}],
            "activities": [
                {
                    "key": "a",
                    "flows": [{"recipient": "lab", "role": "processor"}, {"sender": "lab", "recipient": "h"}],
                }
            ],
        }
    )
    assert [(hop.source, hop.returned) for hop in register.flows()] == [(False, False), (True, False)]


def test_nobody_tells_by_a_return() -> None:
    found = impact(laboratory(), on=ON, breach="lab")
    assert [(one.who, one.whom) for one in found.notify if one.article == "33(2)"] == [("lab", "h")]
    (touched,) = found.activities
    assert (touched.open_roles, touched.customers) == ((), ("h",))


def test_a_return_is_no_link_and_no_circle() -> None:
    found = chain(laboratory(), "h", on=ON)
    assert [(one.sender, one.recipient) for one in found.links] == [("h", "lab"), ("lab", "gen")]
    assert (found.diamonds, found.cycles) == ((), ())
    assert chain(laboratory(), "gen", on=ON).links == ()


def test_a_return_written_as_a_processor_says_that_it_is_a_circle() -> None:
    found = chain(laboratory("processor"), "h", on=ON)
    assert [(one.recipient, one.circle) for one in found.links] == [
        ("lab", False),
        ("gen", False),
        ("lab", True),
    ]
    last = next(said for said in found.tree("en") if "3. Lab" in said)
    assert "stands higher in this chain: a circle" in last
    assert "no authorisation recorded" not in last
    assert found.as_json()["links"][2]["circle"] is True


@pytest.mark.parametrize(("sender", "asked"), [("gen", False), ("h", True)])
def test_no_role_is_asked_for(sender: str, asked: bool) -> None:
    """Of a return none; the same flow from somebody whom its recipient does not engage leaves a role open."""
    made = laboratory()
    (activity,) = made.activities
    last = activity.flows[-1].model_copy(update={"sender": sender})
    made = made.put(activity.model_copy(update={"flows": (*activity.flows[:-1], last)}))
    found = ropa.check(made, on=ON)
    assert ("ROPA003" in {one.code for one in found.findings}) is asked
    letters = ropa.ask(made, on=ON)
    assert any(question.topic == "role" for one in letters for question in one.questions) is asked


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "back to the engaging party"),
        ("nl", "terug naar de opdrachtgever"),
        ("fr", "retour au donneur d'ordre"),
        ("de", "zurück an den Auftraggeber"),
    ],
)
def test_it_is_not_drawn_as_an_open_role(language: str, said: str) -> None:
    graph = sharing_graph(laboratory(), ON)
    (back,) = [facts for start, _, facts in graph.edges(data=True) if start == "party:gen"]
    assert back["is_return"] is True
    drawn = svg(picture(graph, language=language, on=ON)).replace("’", "'").replace("&apos;", "'")  # type: ignore[arg-type]
    assert said in drawn
    assert "role not stated" not in drawn
