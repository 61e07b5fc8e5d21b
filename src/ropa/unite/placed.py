"""Where a processor behind the vendor has the data, as the customer and the vendor each record it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ropa.unite.engagement import Engagement
from ropa.unite.mirrored import BEHIND, Difference

PLACES = ("countries", "access_from")


def placed(
    mine: Sequence[Engagement], row: Engagement, party: tuple[str, str], places: dict[str, Any]
) -> Iterator[Difference]:
    """What the two say differently of the place of one further processor, by the keys that it has with each.

    Each side is told whole: data in Belgium that are reached from the United Kingdom are not data in the United Kingdom.
    """
    for field in PLACES:
        here, there = _said(mine, party[0], field), _said((row,), party[1], field)
        if set(here) != set(there):
            yield Difference(BEHIND + field, here, there, **places, subject=party[0])


def _said(engaged: Sequence[Engagement], party: str, field: str) -> tuple[str, ...]:
    hops = (hop for one in engaged for hop in one.onward if hop.recipient == party)
    return tuple(dict.fromkeys(word for hop in hops for word in getattr(hop.flow, field)))
