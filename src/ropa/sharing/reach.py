"""The reach of a register on a day: a closure for each activity, made when it is first asked for and then kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from ropa.model import Hop, Register, Seen
from ropa.model.text import Text
from ropa.sharing.engagement import Engagements, Papers
from ropa.sharing.further_up import Spot, Withheld, withheld
from ropa.sharing.spread import Spread
from ropa.sharing.tokens import Matter, tokens_of


class Reach:
    """Where the data of each activity get on a day (None: whenever).

    `reach[activity]` is the closure of one activity; `""` holds what is said in general where there is no activity.
    """

    def __init__(self, register: Register, on: date | None) -> None:
        self.register = register
        self.on = on
        self.papers = Papers(register, on)
        self._spreads: dict[str, Spread] = {}
        self._engaged: dict[str, Engagements] = {}
        self._withheld: dict[str, Mapping[Spot, tuple[Withheld, ...]]] = {}

    @classmethod
    def of(cls, register: Register, on: date | None) -> Reach:
        """The reach of a register on a day; the same one again while the register lives."""
        found: Reach = register.kept(("reach", on), lambda: cls(register, on))
        return found

    @cached_property
    def hops(self) -> Mapping[str, tuple[Hop, ...]]:
        """The flows of each activity that hold on the day."""
        found: dict[str, list[Hop]] = {key: [] for key in self.seen}
        for hop in self.register.flows(on=self.on):
            found.setdefault(hop.activity, []).append(hop)
        return {key: tuple(hops) for key, hops in found.items()}

    @cached_property
    def seen(self) -> Mapping[str, Seen]:
        """The activities that hold on the day, with what is said of them in general."""
        return {one.activity.key: one for one in self.register.seen() if one.activity.holds(self.on)}

    def __iter__(self) -> Iterator[str]:
        return iter(self.hops)

    def __getitem__(self, activity: str) -> Spread:
        if activity not in self._spreads:
            self._spreads[activity] = Spread(self.matter(activity), self.hops.get(activity, ()))
        return self._spreads[activity]

    def engaged(self, activity: str) -> Engagements:
        """Who engages whom in an activity."""
        if activity not in self._engaged:
            spread = self[activity]
            self._engaged[activity] = Engagements(self.papers, spread.matter, spread.hops)
        return self._engaged[activity]

    def withheld(self, activity: str) -> Mapping[Spot, tuple[Withheld, ...]]:
        """What those further up than who engages a sub-processor do not allow, by flow."""
        if activity not in self._withheld:
            self._withheld[activity] = withheld(self[activity], self.engaged(activity))
        return self._withheld[activity]

    def matter(self, activity: str) -> Matter:
        """What an activity is about on the day."""
        seen = self.seen.get(activity)
        if seen is None:
            return self._general(activity)
        items = seen.values("personal_data", self.on)
        people = [one.kind for one in seen.values("data_subjects", self.on)]
        controllers = self.register.controllers_of(seen.activity)
        return Matter(
            activity=activity,
            tokens=tokens_of(((one.kind, one.subjects) for one in items), people),
            controllers=controllers,
            joint=self.register.are_joint(seen.activity, on=self.on),
            members=self._members(controllers),
        )

    def _general(self, activity: str) -> Matter:
        hops = self.hops.get(activity, ())
        items = dict.fromkeys(item for hop in hops for item in hop.personal_data)
        people = tuple(dict.fromkeys(one for hop in hops for one in hop.data_subjects))
        controllers = (self.register.holder,) if self.register.holder else ()
        return Matter(activity, tokens_of(((one, ()) for one in items), people), controllers)

    def _members(self, controllers: Iterable[str]) -> Mapping[str, frozenset[str]]:
        held = ((one, self.register.party(one).members) for one in controllers)
        return {one: frozenset(members) for one, members in held if members}

    @cached_property
    def by_party(self) -> Mapping[str, tuple[str, ...]]:
        """The activities in which a party controls, sends or receives."""
        found: dict[str, dict[str, None]] = {}
        for activity, hops in self.hops.items():
            controllers = self.matter_controllers(activity)
            ends = (end for hop in hops for end in (hop.sender, hop.recipient))
            for party in (*controllers, *ends):
                found.setdefault(party, {})[activity] = None
        return {party: tuple(activities) for party, activities in found.items()}

    def matter_controllers(self, activity: str) -> tuple[str, ...]:
        """The controllers of an activity."""
        seen = self.seen.get(activity)
        if seen is not None:
            return self.register.controllers_of(seen.activity)
        return (self.register.holder,) if self.register.holder else ()

    @cached_property
    def by_data(self) -> Mapping[Text, tuple[str, ...]]:
        """The activities in which a kind of data occurs."""
        return self._by_word("personal_data")

    @cached_property
    def by_people(self) -> Mapping[Text, tuple[str, ...]]:
        """The activities that a group of people occurs in."""
        return self._by_word("data_subjects")

    def _by_word(self, field: str) -> Mapping[Text, tuple[str, ...]]:
        found: dict[Text, dict[str, None]] = {}
        for key, seen in self.seen.items():
            for held in seen.values(field, self.on):
                found.setdefault(held.kind, {})[key] = None
        for hop in self.hops.get("", ()):
            for word in getattr(hop, field):
                found.setdefault(word, {})[""] = None
        return {word: tuple(activities) for word, activities in found.items()}
