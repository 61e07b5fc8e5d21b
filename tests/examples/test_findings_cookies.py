"""What the rules about cookies find in the example registers: exactly this.

Qlix and Qlinx count visitors without asking, Qlix lets others place cookies besides, and Wolq lets others read them, and
does not say what for; none says for how long. Both leave refusing to the browser. Proximus ICT tells that sites may work less well without. Proximus ICT says that people
may accept or not, and that who does not want them has to set a browser. What Qooqie has is in another document, as is more
of Proximus ICT, and the bakery has none.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import places

THEN, NOW = date(2018, 9, 30), date(2026, 11, 22)


found = partial(places, "cookies")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "qlix",
            [
                ("ROPA280", "activities.website.cookies.3"),
                ("ROPA280", "activities.website.cookies.4"),
                ("ROPA283", "activities.website"),
                ("ROPA296", "activities.website"),
            ],
        ),
        (
            "qlinx",
            [
                ("ROPA280", "activities.cookies.cookies.2"),
                ("ROPA283", "activities.cookies"),
                ("ROPA296", "activities.cookies"),
            ],
        ),
        ("qooqie", [("ROPA232", "notices.2")]),
        (
            "proximus-ict",
            [
                ("ROPA232", "notices.2"),
                ("ROPA281", "activities.website.cookies.1"),
                ("ROPA286", "activities.website.cookies.1"),
            ],
        ),
        (
            "wolq",
            [
                ("ROPA280", "activities.websitebezoek.cookies.1"),
                ("ROPA283", "activities.websitebezoek"),
                ("ROPA284", "activities.websitebezoek.cookies.1"),
            ],
        ),
        ("bakery", []),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today and in 2018 alike."""
    assert found(name, NOW) == found(name, THEN) == expected
