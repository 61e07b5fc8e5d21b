"""Refusing by the settings of a browser, and what else is recorded of a choice."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rules.asking import asked, places

NAME = "refusal-left-to-the-browser"
BROWSER = "In the settings of your browser"


def site(*cookies: Any) -> dict[str, Any]:
    return {"key": "site", "cookies": list(cookies)}


def found(*cookies: Any) -> list[tuple[str, str]]:
    return places(NAME, activities=[site(*cookies)])


@pytest.mark.parametrize("kind", ["analytical", "advertising", "third-party"])
@pytest.mark.parametrize("words", [BROWSER, "Via de browserinstellingen", "Paramètres du navigateur"])
def test_who_waits_for_consent(kind: str, words: str) -> None:
    """Whether or not consent is asked: it can be taken back nowhere else."""
    one = {"kind": kind, "refuse": words}

    assert found(one) == found({**one, "consent": "required"}) == [("activities.site", "warning")]
    assert found({**one, "consent": "not-asked"}) != []


def test_who_does_not() -> None:
    """What is needed, what says nothing of refusing, and what is taken from those settings: another fault."""
    assert found({"kind": "functional", "refuse": BROWSER}, {"kind": "analytical"}) == []
    assert found({"kind": "analytical", "refuse": BROWSER, "consent": "given-by-settings"}) == []
    assert found({"kind": "analytical", "refuse": BROWSER, "consent": "By reading on"}) == []
    assert found({"kind": "analytical", "refuse": "A button in the banner"}) == []
    assert found({"kind": "analytical", "refuse": "In the banner, or in the browser settings"}) == []


def test_once_for_an_activity() -> None:
    """With the cookies by name, each once."""
    two = [{"kind": "analytical", "refuse": BROWSER}, {"kind": "third-party", "refuse": BROWSER}]
    (one,) = asked(NAME, activities=[site(*two, two[0])])

    assert "analytische cookies; cookies van derden;" in one.message("nl")


def test_said_in_general() -> None:
    """There the finding stands."""
    general = [{"key": "all", "cookies": [{"kind": "analytical", "refuse": BROWSER}]}]

    assert places(NAME, general=general, activities=[{"key": "a"}, {"key": "b"}]) == [
        ("general.all", "warning")
    ]
