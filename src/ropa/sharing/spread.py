"""How far the data of one activity get: typed reach, from where they begin to whoever may hold them.

Sets of tokens are whole numbers, a bit for each, so that a flow is followed with one `&`. What travels is kept apart
by the controller it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple

from ropa.model import PEOPLE, Hop
from ropa.model.text import Text
from ropa.sharing.beginning import Made, made, surely
from ropa.sharing.origins import unexplained
from ropa.sharing.tokens import Matter, Token
from ropa.sharing.trail import At, Placed, Trail, by_recipient


class Way(NamedTuple):
    """A flow as data meet it: which tokens pass, and for which controllers (none: for all)."""

    hop: Hop
    tokens: int
    customers: tuple[str, ...]
    among: tuple[str, ...]
    """The tags under which anything passes; none where that is each."""
    own: str
    """The tag of the recipient where it is a controller, and no processor of others: what gets there is its own."""
    possible: bool
    """Whether it is open that the flow happens, or what it carries."""
    back: bool = False
    """Whether it takes back to a controller what a processor did for it: nobody else's."""


class Spread:
    """Who may hold which data of one activity, on whose behalf, and by which flows they came.

    Data begin with the controllers, with whoever people give them to, with parties of which nobody says how they
    got what they send (`begun`), and with who makes what it sends a controller. Several controllers may begin with
    everything, for certain only with what their flows say. From there a flow carries what its sender holds of what the
    flow names, for the controllers it names.
    """

    def __init__(self, matter: Matter, hops: Sequence[Hop]) -> None:
        self.matter = matter
        self.hops = tuple(hops)
        self.bits: Mapping[Token, int] = {token: 1 << at for at, token in enumerate(matter.tokens)}
        self.everything = (1 << len(matter.tokens)) - 1
        self._masks: dict[tuple[tuple[Text, ...], tuple[Text, ...]], int] = {}
        self._tokens: dict[int, tuple[Token, ...]] = {}
        self.ways = tuple(self._way(hop) for hop in self.hops)
        self.begun = unexplained(self.hops, matter.controllers)
        self._surely = surely(matter, self.ways, self.everything)

    @cached_property
    def into(self) -> Mapping[str, Sequence[Placed]]:
        """The flows that come to each party, each with its place in the order of the register."""
        return by_recipient(self.ways)

    @cached_property
    def surely_into(self) -> Mapping[str, Sequence[Placed]]:
        """The same of those that happen, and of which is said what they carry."""
        return {party: [one for one in ways if not one[1].possible] for party, ways in self.into.items()}

    def without(self, party: str) -> Spread:
        """The same if the flows of one party were not there; data begin where they begin now."""
        self._made  # noqa: B018  # who made what stays as it is
        left = copy(self)
        for trail in ("possible", "certain", "firm", "_plain", "into", "surely_into"):
            left.__dict__.pop(trail, None)
        left.ways = tuple([one for one in self.ways if party not in (one.hop.sender, one.hop.recipient)])
        left.hops = tuple([one.hop for one in left.ways])
        return left

    @cached_property
    def possible(self) -> Trail:
        """Everything that gets or may get anywhere."""
        results = self._made.perhaps
        return self._trail(self.ways, self._everywhere, results) if results else self._plain

    @cached_property
    def certain(self) -> Trail:
        """What gets there by flows that happen and of which is said what they carry."""
        sure = tuple(way for way in self.ways if not way.possible)
        if len(sure) == len(self.ways) and self._begins_with_all:
            return self.possible
        return self._trail(sure, self._surely, self._made.certain)

    @cached_property
    def firm(self) -> Trail:
        """What gets anywhere, by possible flows too, of what controllers surely begin with."""
        if self._begins_with_all:
            return self.possible
        return self._trail(self.ways, self._surely, self._made.perhaps)

    @cached_property
    def _made(self) -> Made:
        perhaps = made(self.matter, self.ways, self._plain)
        sure = tuple(way for way in self.ways if not way.possible)
        if len(sure) == len(self.ways) and self._begins_with_all:
            return Made(perhaps, perhaps)
        certain = made(self.matter, sure, self._trail(sure, self._surely))
        both = {at: perhaps.get(at, 0) | certain.get(at, 0) for at in (*perhaps, *certain)}
        return Made(both, certain)

    @cached_property
    def _plain(self) -> Trail:
        """Everything that gets anywhere, but for results."""
        return self._trail(self.ways, self._everywhere)

    @property
    def _begins_with_all(self) -> bool:
        return all(mask == self.everything for mask in self._surely.values())

    @property
    def _everywhere(self) -> Mapping[str, int]:
        return dict.fromkeys(self.matter.controllers, self.everything)

    def _trail(
        self, ways: Sequence[Way], begins: Mapping[str, int], results: Mapping[At, int] | None = None
    ) -> Trail:
        starts = self._starts(ways, begins)
        for at, mask in (results or {}).items():
            starts[at] = starts.get(at, 0) | mask
        return Trail(starts, (way for way in ways if way.hop.sender != PEOPLE), self.arrives)

    def asked(self, *, data: Iterable[Text] = (), people: Iterable[Text] = ()) -> int:
        """The tokens of these data of these people; where none are given, of all."""
        wanted, whose = set(data), set(people)
        return union(
            bit
            for (item, person), bit in self.bits.items()
            if (not wanted or item in wanted) and (not whose or person in whose)
        )

    def tokens(self, mask: int) -> tuple[Token, ...]:
        """The tokens of a set, in the order of the activity."""
        if mask not in self._tokens:  # the same few sets are asked for again and again
            self._tokens[mask] = tuple(token for token, bit in self.bits.items() if mask & bit)
        return self._tokens[mask]

    def begins(self, controller: str, person: Text) -> tuple[Text, ...] | None:
        """Which data of a group of people begin with a controller for certain; None where they do not begin there."""
        mask = self._surely.get(controller, self.everything)
        found = [item for item, whose in self.tokens(mask) if whose == person]
        return tuple([item for item in found if item is not None]) if found else None

    def carried(self, way: Way, held: Trail | None = None) -> int:
        """What a flow takes along of what its sender may hold; or of what it does by another trail."""
        if way.hop.sender == PEOPLE:
            return way.tokens
        trail = held or self.possible
        if not way.customers:
            return trail.held(way.hop.sender) & way.tokens
        return union(trail.at[at] & way.tokens for at in trail.before(way) if self.arrives(way, at[1]))

    def _starts(self, ways: Sequence[Way], begins: Mapping[str, int]) -> dict[At, int]:
        """Where data begin, and which: with the controllers first."""
        tags = self.matter.tags
        found: dict[At, int] = {(one, self.matter.tag(one)): mask for one, mask in begins.items() if mask}
        begun = set(self.begun)
        for way in ways:
            if way.hop.sender == PEOPLE:
                for at in (at for tag in self._among(way, tags) for at in self.arrives(way, tag)):
                    found[at] = found.get(at, 0) | way.tokens
            elif way.hop.sender in begun:
                for tag in dict.fromkeys(map(self.matter.tag, way.customers)) or tags:
                    at = (way.hop.sender, tag)
                    found[at] = found.get(at, 0) | way.tokens
        return found

    def _among(self, way: Way, tags: Sequence[str]) -> Iterable[str]:
        place = self.matter.ranked
        return (
            sorted((tag for tag in way.among if tag in place), key=place.__getitem__) if way.among else tags
        )

    def arrives(self, way: Way, tag: str) -> tuple[At, ...]:
        """Where what is held for a controller gets by a flow, and for whom it is there."""
        tags = self.matter.narrowed(way.customers, tag) if way.customers else (tag,)
        to = way.hop.recipient
        if way.own:
            return ((to, way.own),) if tags else ()
        return tuple((to, one) for one in tags)

    def _way(self, hop: Hop) -> Way:
        customers = hop.flow.customers or ((hop.recipient,) if hop.back else ())
        unknown = self.matter.says_data and not hop.personal_data
        named = hop.personal_data, hop.data_subjects
        if named not in self._masks:
            self._masks[named] = self.asked(data=named[0], people=named[1])
        return Way(
            hop=hop,
            tokens=self._masks[named],
            customers=customers,
            among=self.matter.accepted(customers) if customers else (),
            own=self.matter.tag(hop.recipient) if hop.source else "",
            back=hop.back,
            possible=hop.flow.possible is True or unknown,
        )


def union(masks: Iterable[int]) -> int:
    """All tokens of several sets."""
    found = 0
    for mask in masks:
        found |= mask
    return found
