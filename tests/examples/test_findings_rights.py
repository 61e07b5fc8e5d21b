"""What the rules about rights find in the example registers: exactly this.

Qlix forgets restriction and objection gives the authority a name it does not have, and sends there only after itself. Qlinx gives all rights, and keeps
data to "deduplicate" in spite of erasure. Qooqie forgets restriction, portability, objection and the complaint, and erases only what
is wrong. Proximus ICT forgets portability, waits for a form, and goes on after consent on "another legitimate interest".
Wolq forgets portability and the withdrawal of consent, and names no authority. The bakery forgets three for some.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import findings

THEN, NOW = date(2018, 9, 30), date(2026, 11, 22)


def found(name: str, on: date) -> list[tuple[str, str, str]]:
    return [(one.code, one.where, one.article) for one in findings("rights", name, on)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "qlix",
            [
                ("ROPA261", "", "18"),
                ("ROPA261", "", "21"),
                ("ROPA266", "general.alles.rights", "13(2)(d)"),
                ("ROPA269", "general.alles.rights", "77(1)"),
            ],
        ),
        ("qlinx", [("ROPA264", "general.1.rights.exercise.3", "17")]),
        (
            "qooqie",
            [
                ("ROPA261", "", "18"),
                ("ROPA261", "", "20"),
                ("ROPA261", "activities.klantgegevens", "21"),
                ("ROPA261", "", "77"),
                ("ROPA264", "general.1.rights.exercise.3", "17"),
            ],
        ),
        (
            "proximus-ict",
            [
                ("ROPA261", "", "20"),
                ("ROPA264", "general.1.rights.exercise.11", "12(2)"),
                ("ROPA264", "general.1.rights.exercise.12", "7(3)"),
            ],
        ),
        (
            "wolq",
            [("ROPA261", "", "20"), ("ROPA261", "", "7(3)"), ("ROPA266", "general.1.rights", "13(2)(d)")],
        ),
        ("bakery", [("ROPA261", "", "18"), ("ROPA261", "", "20"), ("ROPA261", "", "7(3)")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str, str]]) -> None:
    """Today and in 2018 alike."""
    assert found(name, NOW) == found(name, THEN) == expected
