"""What readers are told of nodes and edges."""

from __future__ import annotations

import pytest
from tests.drawing.graphs import graph, node
from tests.formats.graph.hostile import story

from ropa.drawing.ink import INK, LEAVING
from ropa.errors import UnknownLanguage
from ropa.formats.graph.told import Edge, told


def edge(language: str = "en", day: str = "2026-11-22", **facts: object) -> Edge:
    made = graph(("party:a", "party:b", facts))
    made.graph["on"] = day
    (found,) = told(made, language).edges
    return found


def test_nodes() -> None:
    """Name, roles and countries in the language of the reader; the look of the picture, and whether it has a name."""
    nodes = {node.key: node for node in told(story(), "fr").nodes}

    assert nodes["people:employees"].lines == ("salariés", "personnes concernées")
    assert nodes["party:cloud"].lines == ("cloud", "sous-traitant ultérieur", "NL")
    assert nodes["party:help"].lines[-1] == "NL, accès\xa0: IN"
    assert nodes["party:print"].classes == ("roleless", "unnamed")


def test_a_role_that_is_stated_is_said() -> None:
    """To a controller of the activity too; only where no role is stated the edge is called a source."""
    assert edge(role=["controller"], is_source=True).lines[0] == "controller"
    assert edge(role=[], is_source=True).lines[0] == "source of the data"


def test_a_contract_is_no_ground() -> None:
    """A contract with the processor does not hide that no ground is stated."""
    assert edge(countries=["US"], agreements=["dpa"]).lines[-1] == "US: no ground stated"


def test_every_flow_is_an_edge() -> None:
    """Flows alike are one line in the picture and each their own here, in the order of the graph."""
    made = graph(*(("party:a", "party:b", {"activity_name": name}) for name in ("one", "two")))
    made.graph["on"] = "2026-11-22"

    assert [edge.lines for edge in told(made, "en").edges] == [("processor", "one"), ("processor", "two")]


def test_labels() -> None:
    """The role, what is done or else for what, whether it may happen, and what leaves the EEA on which ground."""
    said = edge(processing=["hosting"], countries=["US"], grounds=["adequacy"], possible=True, when="soms")

    assert said.lines[:2] == ("processor", "hosting")
    assert said.lines[2:4] == ("may happen", "soms")
    assert said.lines[4].startswith("US: ")
    assert {"processor", "possible", "leaves"} == set(said.classes)
    assert edge(role=[]).lines == ("role not stated", "Loonadministratie")
    assert (
        edge("de", role=["processor", "controller"]).lines[0] == "Auftragsverarbeiter oder Verantwortlicher"
    )


def test_on_whose_behalf() -> None:
    """In the label the first ones, in the sentence all; by name where the graph has it, else by key."""
    made = graph(("party:a", "party:b", {"customers": [f"c{at}" for at in range(6)]}))
    node(made, "party:c0", name="Koper & Co")
    made.graph["on"] = "2026-11-22"
    (one,) = told(made, "en").edges

    assert "for Koper & Co · c1 · c2 · c3 + 2 more" in one.lines
    assert "for Koper & Co · c1 · c2 · c3 · c4 · c5" in one.sentence
    assert not any("for " in line for line in edge().lines)


def test_in_general() -> None:
    """What is stated once for several activities says so."""
    assert "stated in general" in edge(general=True).lines
    assert "stated in general" in edge(general=True).sentence


def test_colours() -> None:
    """Those of the picture: what leaves the EEA before all else."""
    assert edge(countries=["US"]).colour == LEAVING
    assert edge(role=[]).colour == INK
    assert edge(role=["own-staff"]).colour not in (INK, LEAVING)


def test_days() -> None:
    """On a day a flow may be planned or have ended; in a graph of every day it says from when until when."""
    days = {"valid_from": "2027-01-01", "valid_until": "2028-01-01"}

    assert edge(**days).lines[-1] == "planned from 2027-01-01"
    assert edge(day="", **days).lines[-1] == "2027-01-01 – 2028-01-01"
    assert edge(day="", valid_until="2020-01-01").lines[-1] == "– 2020-01-01"


def test_titles() -> None:
    """Whose graph it is, and of which day."""
    assert told(story(), "en").title == "Bakkerij: who shares personal data with whom · As at 2026-05-03"
    assert "·" not in told(graph(), "en").title


def test_a_language_nobody_speaks() -> None:
    """Is refused, as everywhere."""
    with pytest.raises(UnknownLanguage):
        told(story(), "pt")


def test_long_names_are_whole_once() -> None:
    """A label shortens what is very long; the sentence of the party has all of it."""
    made = graph(("party:a", "party:b", {}))
    made.nodes["party:b"]["name"] = name = "x" * 40_000
    node = next(node for node in told(made, "en").nodes if node.key == "party:b")

    assert len(node.lines[0]) == 120
    assert name in node.sentence
