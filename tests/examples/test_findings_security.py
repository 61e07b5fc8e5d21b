"""What the rules about security find in the example registers: exactly this.

Qooqie as processor, Wolq and Qlix describe no measure: "various measures against…", "always hard measures". Qlix encrypts bank
data only, and its member numbers reveal membership of a union. Nobody tells of tests; only the bakery and, in passing, Qlix of back-ups, and of
nothing that encrypts. Of Genkgo, and of three processors of the bakery, no measure is on record; Spango keeps secrets.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import places

THEN, NOW = date(2018, 9, 30), date(2026, 11, 22)


found = partial(places, "security")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "qlix",
            [
                ("ROPA253", "general.alles.security.1"),
                ("ROPA256", "activities.leden"),
                ("ROPA257", ""),
                ("ROPA258", ""),
            ],
        ),
        ("qlinx", [("ROPA255", ""), ("ROPA257", "")]),
        ("qooqie", [("ROPA253", "general.2.security.1"), ("ROPA255", ""), ("ROPA257", "")]),
        ("proximus-ict", [("ROPA255", ""), ("ROPA257", "")]),
        ("wolq", [("ROPA253", "general.1.security.1"), ("ROPA255", ""), ("ROPA257", "")]),
        ("bakery", [("ROPA255", ""), ("ROPA257", ""), ("ROPA258", "")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today and in 2018 alike."""
    assert found(name, NOW) == found(name, THEN) == expected
