"""What the rules about special data and their like find in the example registers, and why a reader of the statement agrees."""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import places

TODAY = date(2026, 11, 22)

QLIX = {
    # The number of a member of a trade union, and no word on Article 9 but "explicit consent if needed".
    ("ROPA130", "activities.leden"),
    ("ROPA131", "activities.leden"),
    # It goes to whoever pays the bills, at their request.
    ("ROPA133", "activities.leden.flows.op-verzoek"),
    ("ROPA147", "general.rechtsgronden.special_grounds_any_of.1"),
}
PROXIMUS = {
    # The national register number of candidates.
    ("ROPA140", "activities.aanwerving"),
    # A partner analyses behaviour on the site.
    ("ROPA237", "activities.website"),
}

QOOQIE = {
    # "Suspicion of fraud or other illegal activities": data may go to others.
    ("ROPA233", "general.1.flows.verdenking"),
}
WOLQ = {
    ("ROPA233", "activities.fraude"),
    # Advertising aimed at interests.
    ("ROPA237", "activities.gerichte-advertenties"),
}


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("qlix", date(2018, 9, 30), QLIX),
        ("qlix", TODAY, QLIX),
        ("qlinx", date(2018, 5, 25), set()),
        ("qooqie", TODAY, QOOQIE),
        ("proximus-ict", TODAY, PROXIMUS),
        ("wolq", TODAY, WOLQ),
        # Allergies rest on a tick in a box, the national number on a law.
        ("bakery", TODAY, set()),
    ],
)
def test_findings(name: str, on: date, expected: set[tuple[str, str]]) -> None:
    """These and no others, each once."""
    assert sorted(places("special", name, on)) == sorted(expected)
