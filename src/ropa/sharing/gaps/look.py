"""What every search for gaps looks at: one register on one day, and its reach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Tables
from ropa.model import Hop, Register
from ropa.sharing.reach import Reach


class Look:
    """A register on a day, and how far its data get."""

    def __init__(self, register: Register, on: date, tables: Tables | None = None) -> None:
        self.register = register
        self.on = on
        self.tables = tables
        self.reach = Reach.of(register, on)

    def hops(self) -> Iterator[Hop]:
        """Every flow of the day, by activity."""
        for activity in self.reach:
            yield from self.reach.hops[activity]


def named(activity: str) -> tuple[str, ...]:
    """An activity as a gap lists it; nothing where something is said in general without one."""
    return (activity,) if activity else ()
