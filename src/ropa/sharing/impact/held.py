"""What it is that leaves open whether data are somewhere: a flow that may happen, or whether they were held at all."""

from __future__ import annotations

from ropa.model import Hop
from ropa.sharing.further_up import spot
from ropa.sharing.journey import Came
from ropa.sharing.spread import Spread


class Opened:
    """Looks up why data of one activity are only possible."""

    def __init__(self, spread: Spread) -> None:
        self._into = spread.into

    def by_holding(self, one: Came) -> bool:
        """Whether every flow on the way is sure, so that only where the data begin leaves it open."""
        return one.possible and not any(self._is_open(hop) for hop in one.path)

    def _is_open(self, hop: Hop) -> bool:
        into = self._into.get(hop.recipient, ())
        return any(way.possible and spot(way.hop) == spot(hop) for _, way in into)
