"""What the rules about transfers find in the example registers: exactly this.

Qlix chooses partners by one of three safeguards, the Privacy Shield among them, and says neither for which country nor
which of them: the Shield fell on 16 July 2020. Wolq may send data outside the Union in exceptional cases, and says neither
where to nor on what ground. Qlinx and Qooqie say nothing of it, Proximus ICT that there are none. The bakery's helpdesk
in India is reached under clauses of 2023.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import findings, places

BEFORE, THEN, NOW = date(2018, 5, 24), date(2018, 9, 30), date(2026, 11, 22)


found = partial(places, "transfers")


QLIX = "general.alles.transfers.1"
WOLQ = "general.1.transfers.1"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("qlix", [(code, QLIX) for code in ("ROPA198", "ROPA199", "ROPA200", "ROPA201", "ROPA223")]),
        ("qlinx", []),
        ("qooqie", []),
        ("proximus-ict", []),
        ("wolq", [("ROPA046", WOLQ), ("ROPA200", WOLQ)]),
        ("bakery", []),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today."""
    assert found(name, NOW) == expected


@pytest.mark.parametrize(
    ("on", "fallen"),
    [
        (BEFORE, False),
        (THEN, False),
        (date(2020, 7, 15), False),
        (date(2020, 7, 16), True),
        (date(2023, 7, 10), True),
    ],
)
def test_the_shield_of_qlix(on: date, fallen: bool) -> None:
    """When the statement was written the Shield held; the day before the judgment it still did."""
    assert (("ROPA201", QLIX) in found("qlix", on)) is fallen


def test_nothing_is_certain_that_only_may_happen() -> None:
    """Both statements speak of what may happen: warnings, no errors."""
    for name in ("qlix", "wolq"):
        assert {one.level.value for one in findings("transfers", name, NOW)} == {"warning"}


def test_the_helpdesk_of_the_bakery() -> None:
    """Its clauses were signed on 1 February 2023: the day before they were recorded and not yet in force."""
    flow = ("ROPA215", "activities.bestellingen.flows.hulplijn")

    assert flow in found("bakery", date(2023, 1, 31))
    assert found("bakery", date(2023, 2, 1)) == []
