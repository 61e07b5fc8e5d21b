"""What passes down a chain that is asked about: of whom, by which flows, and how far down everybody stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from ropa.sharing.link import Passing, below, passings, ranks
from ropa.sharing.spread import Spread


class Depths:
    """How many processors lie between each party of a chain and whoever decides, for whom its data are.

    A controller that is another's processor as well is no beginning for that one's data.
    """

    def __init__(self, spread: Spread, whole: Sequence[Passing], tags: Set[str]) -> None:
        self._spread, self._whole = spread, whole
        self._far = ranks([one.hop for one in whole], _deciding(spread, tags), spread.begun)
        among = spread.matter.among
        self._both = any(one.hop.is_processor and one.hop.recipient in among for one in whole)
        self._of: dict[frozenset[str], Mapping[str, int]] = {}

    def of(self, one: Passing) -> Mapping[str, int]:
        """For the controllers whose data pass by a flow of the chain."""
        if not self._both:
            return self._far
        tags = frozenset(one.tags)
        if tags not in self._of:
            hops = [other.hop for other in self._whole if not tags.isdisjoint(other.tags)]
            self._of[tags] = ranks(hops, _deciding(self._spread, tags), self._spread.begun)
        return self._of[tags]


def links_of(spread: Spread, party: str | None, customer: str | None) -> tuple[list[Passing], Depths]:
    """The links of a chain, and how far down its parties stand: of what is a party's own all, of others' what is below it."""
    decides = party is None or party in spread.matter.controllers
    tags = tags_of(spread, party, customer)
    others: Set[str] = frozenset() if decides else tags
    if decides and party is not None:  # it may be the processor of another controller as well
        held = frozenset(tag for _, tag in spread.possible.of(party))
        others = held & tags_of(spread, None, customer) - tags
    whole = [*passings(spread, spread.possible, tags | others)] if tags | others else []
    far = Depths(spread, whole, (tags if decides else None) or others)
    if not others:
        return whole, far
    every = [*passings(spread, spread.possible, tags)] if decides and tags else []
    down = passings(spread, below(spread, party or "", others), others)
    return _as_one(spread, every, (one for one in down if not one.from_people)), far


def _deciding(spread: Spread, tags: Set[str]) -> Sequence[str]:
    """The controllers of the data of some tags: those a customer is a part of where it is none itself."""
    matter = spread.matter
    found = [
        one
        for one in matter.controllers
        if matter.tag(one) in tags or any(matter.narrowed((tag,), matter.tag(one)) for tag in tags)
    ]
    return found or matter.controllers


def _as_one(spread: Spread, every: Iterable[Passing], more: Iterable[Passing]) -> list[Passing]:
    """What passes by each flow, in the order of the register."""
    found = {id(one.way): one for one in every}
    for one in more:
        held = found.setdefault(id(one.way), one)
        if held is not one:
            for tag, mask in one.tags.items():
                held.tags[tag] = held.tags.get(tag, 0) | mask
            held.certain = held.certain or one.certain
    return [found[id(way)] for way in spread.ways if id(way) in found]


def tags_of(spread: Spread, party: str | None, customer: str | None) -> Set[str]:
    """For whom the data are that a question is about: of a controller its own, else of all or of one customer."""
    matter = spread.matter
    named = dict.fromkeys(one for way in spread.ways for one in way.customers)
    every = dict.fromkeys((*matter.tags, *(matter.tag(one) for one in named)))
    if party in matter.controllers:
        every = {matter.tag(party): None} | {
            one: None for one in named if matter.narrowed((one,), matter.tag(party))
        }
    if customer is None:
        return every.keys()
    listed = any(customer in members for members in matter.members.values())
    if customer in matter.controllers:
        return frozenset({matter.tag(customer)}) & every.keys()
    if customer not in named and not listed:
        return frozenset()
    return frozenset(one for one in every if one == customer or matter.narrowed((customer,), one))
