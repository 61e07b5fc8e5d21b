"""Activities of the holder in which decisions are taken without a human being."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.model import AutomatedDecisions, Register
from ropa.rules.controlled import Controlled, controlled


def deciding(register: Register, on: date) -> Iterator[tuple[Controlled, AutomatedDecisions]]:
    """Each activity of which the register says that there are such decisions, with what it says of them."""
    for one in controlled(register, on).activities:
        said = one.seen.activity.automated_decisions
        if said and said.exists and said.holds(on):
            yield one, said
