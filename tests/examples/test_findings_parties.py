"""What the rules about who answers for the register find in the example registers: exactly this.

Qlix is a trade union: its member list alone reveals what Article 9 protects, and its statement names no officer.
Qooqie follows telephone calls for others, names no officer, and not how many calls. Proximus ICT prints the address of
its officer with spaces in it. Qlinx works for employers it does not name, to one end with its own work. Wolq hosts for customers, and its officer
has the address of everybody. Nobody wrote down when an activity was last reviewed: one note for each register.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import places

BEFORE, THEN, NOW = date(2018, 5, 24), date(2018, 9, 30), date(2026, 11, 22)


found = partial(places, "parties")

FRESH = ({"qlix", "qlinx"}, {"qlinx"})
"""Whose statement was new in September 2018, and whose in May."""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("qlix", [("ROPA156", "parties.qlix"), ("ROPA157", "")]),
        (
            "qlinx",
            [("ROPA157", ""), ("ROPA166", "parties.opdrachtgevers"), ("ROPA167", "activities.in-opdracht")],
        ),
        ("qooqie", [("ROPA156", "parties.qooqie"), ("ROPA157", ""), ("ROPA166", "parties.klanten")]),
        ("proximus-ict", [("ROPA152", "parties.dpo.contact"), ("ROPA157", "")]),
        ("wolq", [("ROPA157", ""), ("ROPA236", "parties.wolq"), ("ROPA238", "parties.functionaris")]),
        ("bakery", [("ROPA157", "")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today and in 2018 alike; the day before the Regulation applied that is told besides.

    What was drawn from a statement of the year before was looked at in that year.
    """
    then, before = (
        [one for one in expected if not (one[0] == "ROPA157" and name in fresh)] for fresh in FRESH
    )

    assert found(name, NOW) == expected
    assert found(name, THEN) == then
    assert sorted(found(name, BEFORE)) == sorted([*before, ("ROPA165", "")])


def test_the_bakery_was_reviewed_when_adopted() -> None:
    """Adopted on 15 January 2025: nothing to say for a year."""
    assert found("bakery", date(2026, 1, 15)) == []
    assert found("bakery", date(2026, 1, 16)) == [("ROPA157", "")]
