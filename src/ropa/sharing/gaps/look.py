"""What every search for gaps looks at: one register on one day, its flows by activity and who engages whom in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.model import Hop, Register
from ropa.sharing.engagement import Engagements, Papers
from ropa.sharing.reach import Reach


class Look:
    """A register on a day. What several searches need is worked out once."""

    def __init__(self, register: Register, on: date) -> None:
        self.register = register
        self.on = on
        self.reach = Reach.of(register, on)
        self._papers = Papers(register, on)
        self._engaged: dict[str, Engagements] = {}

    def engaged(self, activity: str) -> Engagements:
        """Who engages whom in an activity."""
        if activity not in self._engaged:
            spread = self.reach[activity]
            self._engaged[activity] = Engagements(self._papers, spread.matter, spread.hops)
        return self._engaged[activity]

    def hops(self) -> Iterator[Hop]:
        """Every flow of the day, by activity."""
        for activity in self.reach:
            yield from self.reach.hops[activity]


def named(activity: str) -> tuple[str, ...]:
    """An activity as a gap lists it; nothing where something is said in general without one."""
    return (activity,) if activity else ()
