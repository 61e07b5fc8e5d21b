"""Where a flow puts the data, as far as the register says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.model import Register
from ropa.transfer import Whereabouts, place_of

IN, OUT, OPEN = Whereabouts.INSIDE, Whereabouts.OUTSIDE, Whereabouts.NOT_STATED


@pytest.mark.parametrize(
    ("flow", "on", "expected"),
    [
        ({"countries": "NL"}, date(2026, 1, 1), IN),
        ({"countries": "EU"}, date(2026, 1, 1), IN),
        ({"countries": "EEA", "access_from": "EU"}, date(2026, 1, 1), IN),
        ({"countries": "NL", "access_from": "IN"}, date(2026, 1, 1), OUT),
        ({"countries": ["NL", "US"]}, date(2026, 1, 1), OUT),
        ({"countries": "GB"}, date(2020, 12, 31), IN),
        ({"countries": "GB"}, date(2021, 1, 1), OUT),
        ({}, date(2026, 1, 1), OPEN),
        ({"access_from": "NL"}, date(2026, 1, 1), OPEN),
    ],
)
def test_place(flow: dict[str, Any], on: date, expected: Whereabouts) -> None:
    """Outside where anything named is; not stated where no country of processing is."""
    register = Register.of(
        {
            "holder": "bakery",
            "parties": [{"key": "bakery"}, {"key": "host", "country": "US"}],
            "activities": [{"key": "orders", "flows": {"recipient": "host", **flow}}],
        }
    )
    (hop,) = register.flows()

    assert place_of(hop, on) is expected
