"""The other flows by which a party gets data that came to it already: where it is something else to them, or elsewhere."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from ropa.model import PEOPLE, Hop
from ropa.sharing.spread import Spread, union
from ropa.sharing.standing import as_it_stands
from ropa.sharing.trail import At

Told = dict[At, list[tuple[int, Hashable]]]
"""At each place the tokens that came there, with what is told of the flow by which they came."""


def besides(spread: Spread, party: str, told: Told) -> Iterator[tuple[At, int, Hop, bool]]:
    """Each with its place, the tokens, the flow, and whether it is open that they come by it.

    A path tells one flow by which data came. Another one may say that they are in another country too, or that the
    party is something else to them; one that says the same adds nothing. What a party gives back, or a source gives,
    is no other way: there they are the recipient's own.
    """
    every = {said for held in told.values() for _, said in held}
    for _, way in spread.into.get(party, ()):
        hop = way.hop
        if hop.sender == PEOPLE or way.own or hop.returned or every == {facts_of(hop)}:
            continue
        for start in spread.possible.before(way):
            mask = spread.possible.at[start] & way.tokens
            for at in spread.arrives(way, start[1]) if mask else ():
                here = as_it_stands(hop, (at[1],), spread.matter)
                untold = mask & _untold(told.get(at, ()), facts_of(here))
                sure = 0 if way.possible else untold & spread.certain.at.get(start, 0)
                if sure:
                    yield at, sure, here, False
                if untold & ~sure:
                    yield at, untold & ~sure, here, True


def _untold(told: Iterable[tuple[int, Hashable]], said: Hashable) -> int:
    """The tokens that came by a flow that says something else; not those that begin there."""
    return union(tokens for tokens, by in told if by not in (None, said))


def facts_of(hop: Hop) -> Hashable:
    """What a flow says of its recipient: what it is to the data, where they are, and on what condition."""
    flow = hop.flow
    return hop.sub_processor, flow.role, _set(flow.countries), _set(flow.access_from), flow.when


def _set(codes: tuple[str, ...]) -> Hashable:
    return frozenset(codes) if len(codes) > 1 else codes
