"""In a notebook registers, reports, answers and graphs show themselves; heavy libraries wait until they are asked."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from tests.sharing.shop import ON, SHOP, shop

from ropa.model import Register
from ropa.rules import check
from ropa.sharing import around, holders, impact, sharing_graph

HOSTILE = "<script>alert(1)</script>"


def hostile() -> Register:
    """The shop, each of its names markup."""
    named = [{**one, "name": HOSTILE} for one in (*SHOP["parties"], *SHOP["activities"])]
    parties, activities = named[: len(SHOP["parties"])], named[len(SHOP["parties"]) :]
    return Register.of({**SHOP, "parties": parties, "activities": activities})


def test_a_register() -> None:
    """Whose it is, how large, and its activities, in its own language."""
    made = shop()._repr_html_()
    assert "Winkel BV" in made
    assert "Bestellingen" in made
    assert ">Gegevensstromen<" in made


def test_a_report_and_an_answer() -> None:
    """Findings and sentences, a line each."""
    assert "ROPA" in check(shop(), on=ON)._repr_html_()
    assert "Wolkenrek BV" in holders(shop(), "name", on=ON)._repr_html_()


def test_a_graph_and_its_parts() -> None:
    """As a picture, on its own day; a part of it and a copy show themselves too."""
    graph = sharing_graph(shop(), ON)
    for one in (graph, around(shop(), on=ON, party="desk"), graph.copy(), sharing_graph(shop())):
        assert (one._repr_svg_() or "").startswith("<?xml")


def test_a_graph_without_a_day_does_not_ask_the_clock() -> None:
    """It says that it shows all flows: the same picture today and tomorrow."""
    made = sharing_graph(shop())._repr_svg_() or ""
    assert "Alle gegevensstromen, ongeacht wanneer ze gelden" in made
    assert date.today().isoformat() not in made


def test_a_very_large_graph_does_not_draw_itself() -> None:
    """It says how large it is instead, as networkx does."""
    flows = [{"sender": f"p{one}", "recipient": f"p{one + 1}"} for one in range(500)]
    parties = [{"key": f"p{one}"} for one in range(501)]
    register = Register.of({"holder": "p0", "parties": parties, "activities": [{"key": "a", "flows": flows}]})
    graph = sharing_graph(register)
    assert graph._repr_svg_() is None
    assert "SharingGraph with 501 nodes" in str(graph)


@pytest.mark.parametrize("show", [
    lambda one: one._repr_html_(),
    lambda one: check(one, on=ON)._repr_html_(),
    lambda one: holders(one, "name", on=ON)._repr_html_(),
    lambda one: impact(one, breach="host", on=ON)._repr_html_(),
    lambda one: sharing_graph(one, date(2026, 1, 1))._repr_svg_(),
])  # fmt: skip
def test_text_of_strangers_stays_text(show: object) -> None:
    """A name that is markup is shown as it is written."""
    made = show(hostile())  # type: ignore[operator]
    assert "<script" not in made
    assert "&lt;script&gt;" in made


def test_nothing_heavy_is_loaded_before_it_is_asked() -> None:
    """Showing a register needs no graph library; making a graph no drawing."""
    code = (
        "import sys, ropa; r = ropa.Register(holder='a', parties=[{'key': 'a'}]); r._repr_html_();"
        "assert 'networkx' not in sys.modules; ropa.sharing_graph(r); assert 'ropa.drawing' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
