"""Which data a flow carries for whom: a processor that has the data of many sends on to each next one those of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from ropa.model import Hop, Register
from ropa.model.text import Text
from ropa.sharing.further_up import spot
from ropa.sharing.link import leaving
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread, Way
from ropa.sharing.tokens import Token

FIELDS = ("personal_data", "data_subjects")
"""What the two halves of a token are called on a flow."""


class Borne:
    """What the flows of one activity carry on a day (None: whenever), by the controller it is held for."""

    def __init__(self, spread: Spread) -> None:
        self._spread = spread
        self._by = {spot(way.hop): _by_controller(spread, way) for way in spread.ways}
        self._takes = {spot(way.hop): way.tokens for way in spread.ways}

    @classmethod
    def of(cls, register: Register, activity: str, on: date | None) -> Borne:
        """What is carried in an activity; the same one again while the register lives."""
        found: Borne = register.kept(("borne", activity, on), lambda: cls(Reach.of(register, on)[activity]))
        return found

    def whose(self, hop: Hop) -> Collection[str]:
        """The controllers of whose data a flow has any; none where its sender is not known to have what it names."""
        return self._by.get(spot(hop), {}).keys()

    def tokens(self, hop: Hop, controllers: Collection[str]) -> tuple[Token, ...]:
        """What of what is held for some controllers a flow carries; all it names where it is known of none of them."""
        masks = self._by.get(spot(hop), {})
        found = 0
        for one in controllers:
            found |= masks.get(one, 0)
        known = any(one in masks for one in controllers)
        return self._spread.tokens(found if known else self._takes.get(spot(hop), 0))

    def named(self, hop: Hop, field: str, controllers: Collection[str]) -> tuple[Text, ...]:
        """The same as the words of a flow (`personal_data` or `data_subjects`), what only the flow itself names included."""
        at = FIELDS.index(field)
        held = {token[at] for token in self.tokens(hop, controllers)}
        listed = {token[at] for token in self._spread.matter.tokens}
        named: tuple[Text, ...] = getattr(hop, field)
        return tuple(one for one in named if one in held or one not in listed) or named

    def beside(self, hop: Hop, controllers: Collection[str]) -> tuple[Token, ...]:
        """What it carries for anybody else."""
        found = 0
        for one, mask in self._by.get(spot(hop), {}).items():
            found |= 0 if one in controllers else mask
        return self._spread.tokens(found)


def _by_controller(spread: Spread, way: Way) -> Mapping[str, int]:
    """What passes by a flow, by the controllers it is held for before and after."""
    found: dict[str, int] = {}
    for tag, mask in _passing(spread, way):
        there = {whose for _, whose in spread.arrives(way, tag)}
        if there and way.hop.sender in spread.matter.among:
            there.add(tag)
        for whose in there:
            for one in spread.matter.answers_for(whose):
                found[one] = found.get(one, 0) | mask
    return found


def _passing(spread: Spread, way: Way) -> Iterator[tuple[str, int]]:
    """For whom the sender has what goes along; what goes to a controller is its own, where there is any."""
    every = tuple(leaving(spread, spread.possible, way))
    own = tuple(one for one in every if one[0] == way.own)
    return iter(own or every)
