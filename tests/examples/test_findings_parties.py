"""What the rules about who answers for the register find in the example registers: exactly this.

Qlix is a trade union: its member list alone reveals what Article 9 protects, and its statement names no officer.
Qooqie follows telephone calls for others, names no officer, and not how many calls. Proximus ICT prints the address of
its officer with spaces in it. Nobody wrote down when an activity was last reviewed: one note for each register.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import places

BEFORE, THEN, NOW = date(2018, 5, 24), date(2018, 9, 30), date(2026, 11, 22)


found = partial(places, "parties")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("qlix", [("ROPA156", "parties.qlix"), ("ROPA157", "")]),
        ("qlinx", [("ROPA157", "")]),
        ("qooqie", [("ROPA156", "parties.qooqie"), ("ROPA157", "")]),
        ("proximus-ict", [("ROPA152", "parties.dpo.contact"), ("ROPA157", "")]),
        ("wolq", [("ROPA157", "")]),
        ("bakery", [("ROPA157", "")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today and in 2018 alike; the day before the Regulation applied that is told besides."""
    assert found(name, NOW) == found(name, THEN) == expected
    assert found(name, BEFORE) == [*expected, ("ROPA165", "")]


def test_the_bakery_was_reviewed_when_adopted() -> None:
    """Adopted on 15 January 2025: nothing to say for a year."""
    assert found("bakery", date(2026, 1, 15)) == []
    assert found("bakery", date(2026, 1, 16)) == [("ROPA157", "")]
