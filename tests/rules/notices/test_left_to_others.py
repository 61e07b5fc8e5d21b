"""People who are sent to somebody else's statement."""

from __future__ import annotations

import pytest
from tests.rules.asking import places

NAME = "information-left-to-others"
PARTIES = [{"key": "bakery"}, {"key": "counters"}]


def sent(note: str) -> list[tuple[str, str]]:
    return places(
        NAME, parties=PARTIES, activities=[{"key": "a", "flows": {"recipient": "counters", "note": note}}]
    )


@pytest.mark.parametrize(
    "note",
    [
        "See their privacy statement",
        "Daarvoor verwijst zij naar diens privacyverklaringen",
        "Voir leur politique de confidentialité",
        "Siehe deren Datenschutzerklärung",
    ],
)
def test_of_a_recipient(note: str) -> None:
    """In four languages."""
    assert sent(note) == [("activities.a.flows.counters", "warning")]


def test_of_a_cookie() -> None:
    """Where the reader is sent to those who set it."""
    note = "Welke het zijn, is bij die partijen zelf na te gaan."

    assert places(NAME, activities=[{"key": "a", "cookies": {"kind": "third-party", "note": note}}]) == [
        ("activities.a.cookies.1", "warning")
    ]


def test_not_sent() -> None:
    """One's own statement tells it; another controller's activity is not looked at."""
    assert sent("As our privacy statement says") == []
    theirs = {
        "key": "a",
        "controllers": "counters",
        "flows": {"recipient": "bakery", "note": "See their privacy policy"},
    }
    assert places(NAME, parties=PARTIES, activities=[theirs]) == []
