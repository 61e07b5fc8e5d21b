"""What a place in the register is called."""

from __future__ import annotations

import pytest

from ropa.model import Register
from ropa.outline.cells import Cells
from ropa.outline.pointing import Pointing

TOLD = Register.of(
    {
        "holder": "bakery",
        "parties": [{"key": "bakery"}, {"key": "host", "name": "Host Ltd"}],
        "activities": [
            {"key": "a.b", "name": "Web shop", "flows": [{"recipient": "host"}], "purposes": ["x", "y"]},
            {"key": "a", "purposes": "z"},
        ],
        "general": [{"commitments": "no-sale"}],
    }
)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", "The register"),
        ("parties.host", "Party: Host Ltd"),
        ("activities.a.b", "Web shop"),
        ("activities.a.purposes.1", "a — Purposes of the processing 1"),
        ("activities.a.b.flows.host", "Web shop — Recipients and data flows: Host Ltd"),
        ("activities.a.b.purposes.2.legal_bases", "Web shop — Purposes of the processing 2 — Legal bases"),
        ("general.1", "Stated in general G7"),
        ("nowhere.at.all", "The register — nowhere.at.all"),
    ],
)
def test_places_have_names(path: str, name: str) -> None:
    """By the names of what is on the way; a key may have dots in it."""
    pointing = Pointing(Cells(TOLD, "en"), lambda at: ".".join(at), {"general.1": "G7"})

    assert pointing.at(path).name == name


def test_places_stand_in_the_order_of_the_register() -> None:
    """And lead where they are told."""
    pointing = Pointing(Cells(TOLD, "en"), lambda at: ".".join(at), {})
    ranks = [pointing.at(path).rank for path in ("", "parties.host", "activities.a.b", "activities.a")]

    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 4
    assert pointing.at("activities.a.b.flows.host").target == "activities.a.b"
