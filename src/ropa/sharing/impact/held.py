"""What it is that leaves open whether data are somewhere: a flow that may happen, or whether they were held at all."""

from __future__ import annotations

from ropa.sharing.further_up import spot
from ropa.sharing.journey import Came
from ropa.sharing.spread import Spread


class Opened:
    """Looks up why data of one activity are only possible."""

    def __init__(self, spread: Spread) -> None:
        self._flows = frozenset(spot(way.hop) for way in spread.ways if way.possible)

    def by_holding(self, one: Came) -> bool:
        """Whether every flow on the way is sure, so that only where the data begin leaves it open."""
        return one.possible and self._flows.isdisjoint(map(spot, one.path))
