"""What the rules about notices find in the example registers: exactly this.

Qlix and Qlinx date their statements, of 2018: old today, not then. The others bear no date. Qooqie and Proximus ICT tell
of changes by publication only; Qlix also by e-mail where it matters, Qlinx by a message. Both send people to others
for what becomes of their data. Qooqie does not say which data
have to be given. Where prospects, subscribers or employees are known from is not on record in three. The bakery has none.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest
from tests.examples.found import places

NOW = date(2026, 11, 22)


found = partial(places, "notices")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("qlix", [("ROPA272", "notices.1"), ("ROPA276", "activities.website.cookies.4")]),
        (
            "qlinx",
            [
                ("ROPA272", "notices.1"),
                ("ROPA275", "activities.werving"),
                ("ROPA276", "activities.cookies.flows.google"),
            ],
        ),
        (
            "qooqie",
            [("ROPA271", "notices.1"), ("ROPA271", "notices.2"), ("ROPA273", "notices.1"), ("ROPA274", "")],
        ),
        ("proximus-ict", [("ROPA271", "notices.1"), ("ROPA271", "notices.2"), ("ROPA273", "notices.1")]),
        ("wolq", [("ROPA271", "notices.1"), ("ROPA275", "")]),
        ("bakery", [("ROPA270", ""), ("ROPA275", "")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today."""
    assert found(name, NOW) == expected


@pytest.mark.parametrize(("name", "last"), [("qlix", date(2021, 9, 13)), ("qlinx", date(2021, 5, 22))])
def test_age(name: str, last: date) -> None:
    """A statement is old from the day after its third birthday."""
    old = ("ROPA272", "notices.1")

    assert old not in found(name, last)
    assert old in found(name, last + timedelta(days=1))
