"""What a party holds by no flow to it: as a controller of the activity, or where the data begin."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.sharing.impact.held import Opened
from ropa.sharing.impact.touched import Touched
from ropa.sharing.journey import Came, Journeys, grouped
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread
from ropa.sharing.trail import At
from ropa.sharing.walk import brings


def held_itself(reach: Reach, party: str) -> Iterator[Touched]:
    """These data in each activity, for each controller; no flow says where they are."""
    for activity in reach.by_party.get(party, ()):
        yield from _held(reach[activity], party)


def _held(spread: Spread, party: str) -> Iterator[Touched]:
    opened, matter = Opened(spread), spread.matter

    def alike(one: Came) -> bool:
        return opened.by_holding(one)

    every = Journeys(spread).came(_by_no_flow(spread, party))
    for first, tokens, places in grouped(every, alike):
        customers = tuple(dict.fromkeys(one for at in places for one in matter.answers_for(at[1])))
        yield Touched(
            activity=matter.activity,
            parties=tuple(one for one in customers if one != party),
            tokens=spread.tokens(tokens),
            customers=customers,
            path=(party,),
            possible=first.possible,
            holding_open=alike(first),
            itself=True,
        )


def _by_no_flow(spread: Spread, party: str) -> dict[At, int]:
    """What a party holds, less what some flow brings there: of that the flow may say where it is."""
    left = {at: spread.possible.at[at] for at in spread.possible.of(party)}
    for _, way in spread.into.get(party, ()):
        for at, mask in brings(spread, way):
            left[at] = left.get(at, 0) & ~mask
    return left
