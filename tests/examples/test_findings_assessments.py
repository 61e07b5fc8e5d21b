"""What the rules about assessments find in the example registers: exactly this.

No statement speaks of an impact assessment. Facts that point to one: a list of union members at Qlix, behaviour that is
followed and employees who are evaluated at Proximus ICT, targeted advertising with others' data at Wolq. The bakery watches its staff with a camera and
says nothing of it; of its allergies it is still finding out. Who runs the systems is left open by all five statements.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import places

THEN, NOW = date(2018, 9, 30), date(2026, 11, 22)


found = partial(places, "assessments")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("qlix", [("ROPA292", "activities.leden"), ("ROPA295", "")]),
        ("qlinx", []),
        ("qooqie", [("ROPA295", "")]),
        (
            "proximus-ict",
            [("ROPA292", "activities.website"), ("ROPA292", "activities.evaluatie"), ("ROPA295", "")],
        ),
        ("wolq", [("ROPA292", "activities.gerichte-advertenties"), ("ROPA295", "")]),
        ("bakery", [("ROPA292", "activities.camera")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today and in 2018 alike."""
    assert found(name, NOW) == found(name, THEN) == expected
