"""Every special ground of the holder's activities, with the activity it is stated in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.model import Register
from ropa.rules.controlled import At, Controlled, controlled


def grounds(register: Register, on: date) -> Iterator[At]:
    """Each ground once: of purposes, of general entries, stated or one of several."""
    ledger = controlled(register, on)
    for _, aim in ledger.aims():
        yield from (*aim.grounds, *aim.grounds_any_of)
    for said in ledger.said:
        yield from (*said.grounds, *said.grounds_any_of)


def own_grounds(register: Register, on: date) -> Iterator[tuple[Controlled, At]]:
    """Each ground of an activity's own purposes, with the activity."""
    for one in controlled(register, on).activities:
        for aim in one.aims:
            yield from ((one, at) for at in (*aim.grounds, *aim.grounds_any_of))
