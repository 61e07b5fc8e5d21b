"""What the rules about retention find in the example registers: exactly this.

Qlix keeps data as long as its services need, and copies "for some time", and erases on request. Qlinx, Proximus ICT and Wolq begin with "no longer
than necessary"; Proximus ICT has its periods in a policy that one can ask for, and excepts legal duties it does not name.
Wolq gives periods after that: three without a start, three that lean on a law without a name. Qooqie says nothing of it,
which is another rule's finding. The bakery gives periods for all data of its shop but the payments.
"""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from tests.examples.found import places

NOW = date(2026, 11, 22)


found = partial(places, "retention")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "qlix",
            [
                ("ROPA240", "general.alles.retention.1"),
                ("ROPA240", "general.alles.retention.back-ups"),
                ("ROPA252", "general.alles.retention.2"),
            ],
        ),
        ("qlinx", [("ROPA240", "general.1.retention.1")]),
        ("qooqie", []),
        ("proximus-ict", [(code, "general.1.retention.1") for code in ("ROPA240", "ROPA241", "ROPA242")]),
        (
            "wolq",
            [
                ("ROPA240", "general.1.retention.1"),
                ("ROPA241", "activities.abonnementen.retention.1"),
                ("ROPA241", "activities.administratie.retention.1"),
                ("ROPA241", "activities.telefoongesprekken.retention.1"),
                ("ROPA243", "activities.abonnementen.retention.1"),
                ("ROPA243", "activities.toestemmingen.retention.1"),
                ("ROPA243", "activities.administratie.retention.1"),
            ],
        ),
        ("bakery", [("ROPA246", "activities.bestellingen")]),
    ],
)
def test_findings(name: str, expected: list[tuple[str, str]]) -> None:
    """Today."""
    assert found(name, NOW) == expected


def test_the_bakery_before_the_tax_year_2023() -> None:
    """Ten years for invoices were three more than the law that is cited asked for; from 2023 on it asks for ten."""
    longer = ("ROPA250", "activities.bestellingen.retention.1")

    assert longer in found("bakery", date(2022, 12, 31))
    assert longer not in found("bakery", date(2023, 1, 1))
