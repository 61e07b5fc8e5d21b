"""Data that go when somebody asks: where that is the only end, and where it is not."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.asking import asked, places

NAME = "erasure-only-on-request"
ENDS = {"starts": "end-of-contract", "then": "erase"}


def kept(*limits: Any) -> list[tuple[str, str]]:
    return places(NAME, activities=[{"key": "a", "retention": list(limits)}])


@pytest.mark.parametrize(
    "words",
    [
        "At your request",
        "Op verzoek van wie stopt",
        "De gebruiker kan het account zelf definitief verwijderen",
        "À la demande du client",
        "Auf Antrag",
    ],
)
def test_in_four_languages(words: str) -> None:
    """As a condition or as the criterion."""
    found = [("activities.a.retention.1", "warning")]

    assert kept({**ENDS, "when": words}) == kept({**ENDS, "criterion": words}) == found


def test_another_end() -> None:
    """It is no fault where something else of the activity ends by itself."""
    asked_for = {"starts": "Leaving", "when": "On request", "then": "erase"}

    assert kept(asked_for, ENDS) == kept(asked_for, {"period": "P1Y"}) == []
    assert kept(asked_for, "As long as necessary") != []
    assert kept(asked_for, {"starts": "Erasure", "criterion": "Some time", "where": "Back-ups"}) != []


def test_no_beginning_or_a_period() -> None:
    """While nothing has ended, erasure on request is a right and not a time limit."""
    assert kept({"when": "On request", "then": "erase"}) == []
    assert kept({**ENDS, "when": "Not on request"}) == []
    assert kept({**ENDS, "period": "P1Y", "when": "On request"}) == []


def test_words() -> None:
    """The event by its name in the language of the reader."""
    (found,) = asked(NAME, activities=[{"key": "a", "retention": {**ENDS, "when": "On request"}}])

    assert "einde van de overeenkomst" in found.message("nl")
    assert "On request" in found.message("de")
