"""The graphs of the five statements hold every sharing that the statement names, and none that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

import ropa

EXAMPLES = Path(__file__).parents[2] / "examples"

SHARINGS = {
    "qlix": {
        "qlix": "betalende-partijen betrokken-derden genkgo ingehuurde-derden partners werknemers "
        "wie-de-winnaars-verneemt",
        "data-subjects": "externe-bronnen facebook genkgo google qlix twitter vimeo youtube",
    },
    "qlinx": {
        "media-ip": "bevoegden derden google overnemer spango",
        "data-subjects": "media-ip",
        "opdrachtgevers": "media-ip",
    },
    "qooqie": {
        "qooqie": "derden ingeschakelde-bedrijven resellers",
        "data-subjects": "qooqie",
        "klanten": "qooqie",
    },
    "proximus-ict": {
        "proximus-ict": "agenten communicatiepartner contractanten derden gegevensbeschermingsautoriteit werknemers",
        "data-subjects": "proximus-ict",
        "bronnen": "proximus-ict",
        "socialemediasites": "proximus-ict",
        "zakelijke-partners": "proximus-ict",
    },
    "wolq": {
        "wolq": "advertentiebureaus betaalpartners cookie-ontwikkelaars data-management-platforms dienstverleners "
        "leveranciers mediabureaus onderzoeksbureaus overheidsinstanties",
    },
}
"""Who sends to whom, as each statement says it."""


@pytest.mark.parametrize("name", SHARINGS)
def test_every_sharing_and_no_other(name: str) -> None:
    """Senders and recipients, of what is said in general too."""
    register = ropa.load(EXAMPLES / name / "register.yaml")
    named = {(sender, one) for sender, recipients in SHARINGS[name].items() for one in recipients.split()}
    assert {(hop.sender, hop.recipient) for hop in register.flows()} == named


@pytest.mark.parametrize("name", SHARINGS)
def test_each_is_an_edge_of_the_graph(name: str) -> None:
    """Also in the graph: between parties edge for edge, and from people to whom they give data."""
    register = ropa.load(EXAMPLES / name / "register.yaml")
    graph = ropa.sharing_graph(register)
    for sender, recipients in SHARINGS[name].items():
        for one in recipients.split():
            starts = {
                start.partition(":")[0 if start.startswith("people:") else 2]
                for start in graph.predecessors(f"party:{one}")
            }
            assert ("people" if sender == "data-subjects" else sender) in starts
