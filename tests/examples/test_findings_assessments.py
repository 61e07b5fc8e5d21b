"""What the rules about assessments find in the example registers: exactly this.

No statement speaks of an impact assessment, nor of facts that point to one. The bakery watches its staff with a camera and
says nothing of it; of its allergies it is still finding out. Who runs the systems is left open by all five statements.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ropa.formats.native import load
from ropa.rules import RULES, check

EXAMPLES = Path(__file__).parents[2] / "examples"
THEME = [one for one in RULES if one.theme == "assessments"]
THEN, NOW = date(2018, 9, 30), date(2026, 11, 22)


def found(name: str, on: date) -> list[tuple[str, str]]:
    register = load(EXAMPLES / name / "register.yaml")
    return [(one.code, one.where) for one in check(register, on=on, rules=THEME).findings]


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
