"""What the rules about assessments find in the example registers: exactly this.

No statement speaks of an impact assessment, nor of facts that point to one. The bakery watches its staff with a camera and
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
        ("qlix", [("ROPA295", "")]),
        ("qlinx", [("ROPA295", "systems.linkedin")]),
        ("qooqie", [("ROPA295", "systems.mailinglijst")]),
        ("proximus-ict", [("ROPA295", "")]),
        ("wolq", [("ROPA295", "")]),
        ("bakery", [("ROPA292", "activities.camera")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today and in 2018 alike."""
    assert found(name, NOW) == found(name, THEN) == expected
