"""A complaint to the authority that is told as the second step."""

from __future__ import annotations

import pytest
from tests.rules.asking import places

AP = "Autoriteit Persoonsgegevens"


def told(complaint: str) -> list[tuple[str, str]]:
    return places("complaint-only-afterwards", activities=[{"key": "a", "rights": {"complaint": complaint}}])


@pytest.mark.parametrize(
    "words",
    [
        "if we have not resolved your complaint",
        "als wij de klacht niet goed hebben opgelost",
        "pas nadat u ons heeft geschreven",
        "si nous n'avons pas résolu votre plainte",
        "wenn wir es nicht klären konnten",
    ],
)
def test_in_four_languages(words: str) -> None:
    """The condition, whatever the authority."""
    assert told(f"{AP}, {words}") == [("activities.a.rights", "warning")]


@pytest.mark.parametrize(
    "words", ["", ", of eerst in overleg", ", from 25 May 2018", ", and we gladly hear it too"]
)
def test_no_condition(words: str) -> None:
    """Being heard first is an offer, and a day is no condition of that kind."""
    assert told(f"{AP}{words}") == []
