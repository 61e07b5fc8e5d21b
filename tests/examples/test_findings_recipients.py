"""What the rules about recipients and papers find in the example registers: exactly this.

Qlix: "derden" twice without saying which; no country for Genkgo, nor for the five sites whose content it embeds; a
processing agreement "indien nodig", undated, silent about other processors. Qlinx: "derden"; no country for its host nor
for Google; its host is used for work on behalf of customers, and
nothing says that they allow it; people can reach it on LinkedIn, which is not among the recipients. Qooqie: "derden" (its resellers have a name, and are no processors on record), and of
no country or transfer a word. Proximus ICT: "derden", of whom only agents and contractors are told apart; it says that
nothing leaves the Union, and that its people and contractors act on instructions. Wolq: suppliers and
hired service providers, of what is not said. The bakery's papers allow its sub-processors, since they were signed.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import places

BEFORE, THEN, NOW = date(2018, 5, 24), date(2018, 9, 30), date(2026, 11, 22)


found = partial(places, "recipients")


EXPECTED = {
    "qlix": [
        ("ROPA170", "parties.betrokken-derden"),
        ("ROPA170", "parties.ingehuurde-derden"),
        ("ROPA173", "parties.genkgo"),
        ("ROPA173", "activities.website"),
        ("ROPA177", "agreements.bewerkersovereenkomsten"),
        ("ROPA178", "agreements.bewerkersovereenkomsten"),
        ("ROPA179", "agreements.bewerkersovereenkomsten"),
        ("ROPA234", "activities.leden.purposes.4"),
    ],
    "qlinx": [
        ("ROPA170", "parties.derden"),
        ("ROPA173", "parties.spango"),
        ("ROPA173", "activities.cookies"),
        ("ROPA175", "activities.in-opdracht.flows.spango"),
        ("ROPA186", "systems.linkedin"),
        ("ROPA239", "activities.in-opdracht.flows.uitnodigingen"),
        ("ROPA239", "activities.in-opdracht.flows.communicatie"),
    ],
    "qooqie": [
        ("ROPA170", "parties.derden"),
        ("ROPA173", ""),
        ("ROPA230", "activities.klantgegevens.flows.uitbesteed"),
        ("ROPA231", "activities.klantgegevens.flows.uitbesteed"),
        ("ROPA234", "activities.klantgegevens.purposes.4"),
        ("ROPA239", "activities.calltracking.flows.qooqie"),
    ],
    "proximus-ict": [
        ("ROPA170", "parties.derden"),
        ("ROPA230", "activities.website.flows.communicatiepartner"),
        ("ROPA231", "general.1"),
    ],
    "wolq": [
        ("ROPA170", "parties.leveranciers"),
        ("ROPA170", "parties.dienstverleners"),
        ("ROPA230", "general.2.flows.1"),
        ("ROPA230", "general.5.flows.1"),
    ],
    "bakery": [],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_findings(name: str) -> None:
    """Today."""
    assert found(name, NOW) == EXPECTED[name]


@pytest.mark.parametrize("name", ["qlix", "qlinx"])
def test_in_2018(name: str) -> None:
    """The two statements of 2018 on the days of 2018: nothing in them is dated otherwise."""
    assert found(name, BEFORE) == found(name, THEN) == EXPECTED[name]


def test_before_the_bakery_signed() -> None:
    """Its agreements date from 2022 to 2024: before that nothing allows the other processors."""
    assert found("bakery", THEN) == [
        ("ROPA175", "activities.loonadministratie.flows.wolkenrek"),
        ("ROPA175", "activities.bestellingen.flows.wolkenrek"),
        ("ROPA175", "activities.bestellingen.flows.hulplijn"),
    ]
