"""Who receives data in which activity, and as what: whether somebody who comes into a list of flows is new there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from functools import cached_property

from ropa.changes.content import content
from ropa.changes.kind import ChangeKind
from ropa.changes.rename import Renames
from ropa.changes.sensitive import Sensitive
from ropa.model import Flow, Hop, Register
from ropa.model.text import Text

BELOW = "sub-processor"
COMES = {
    BELOW: ChangeKind.SUB_PROCESSOR_ADDED,
    "processor": ChangeKind.PROCESSOR_ADDED,
    "recipient": ChangeKind.RECIPIENT_ADDED,
    "source": ChangeKind.SOURCE_ADDED,
}
GOES = {
    BELOW: ChangeKind.SUB_PROCESSOR_REMOVED,
    "processor": ChangeKind.PROCESSOR_REMOVED,
    "recipient": ChangeKind.RECIPIENT_REMOVED,
    "source": ChangeKind.SOURCE_REMOVED,
}
ARRIVALS, DEPARTURES = (
    tuple(kind for what, kind in kinds.items() if what != "source") for kinds in (COMES, GOES)
)
"""What it is called when somebody comes to receive data, or receives them no more."""


Engagement = tuple[str, str, str]
"""An activity, a party, and as what it is engaged: keys of the new register."""


class Engaged:
    """The flows of a register, looked up by what says them and by who is in them. Keys are those of the new register."""

    def __init__(self, register: Register, renames: Renames, day: date | None = None) -> None:
        self.day = day
        """The day of the register: who is engaged on it."""
        self._renames = renames
        self._sensitive = Sensitive(register)
        self._hops: dict[int, list[Hop]] = defaultdict(list)
        self._as_what: dict[tuple[str, str], set[str]] = defaultdict(set)
        for hop in register.flows():
            self._hops[id(hop.flow)].append(hop)
            self._as_what[self.activity(hop), self.party(hop)].add(capacity(hop))

    def activity(self, hop: Hop) -> str:
        """The activity of a flow, as it is called now."""
        return self._renames.key("activity", hop.activity)

    def party(self, hop: Hop) -> str:
        """Whom a flow brings in, as it is called now."""
        return self._renames.key("party", party(hop))

    def of(self, flow: Flow, recipient: str | None = None) -> list[Hop]:
        """Every step a flow makes; to one recipient where that is given."""
        return [hop for hop in self._hops.get(id(flow), ()) if recipient in (None, hop.recipient)]

    @cached_property
    def _within(self) -> dict[str, list[Hop]]:
        found: dict[str, list[Hop]] = defaultdict(list)
        for hops in self._hops.values():
            for hop in hops:
                found[self.activity(hop)].append(hop)
        return found

    def within(self, activity: str) -> list[Hop]:
        """Every flow of an activity."""
        return self._within.get(activity, [])

    @cached_property
    def _to(self) -> dict[tuple[str, str], list[Hop]]:
        found: dict[tuple[str, str], list[Hop]] = defaultdict(list)
        for activity, hops in self._within.items():
            for hop in hops:
                found[activity, self.party(hop)].append(hop)
        return found

    def to(self, activity: str, party: str) -> list[Hop]:
        """The flows of an activity to somebody."""
        return self._to.get((activity, party), [])

    def carried(self, hops: Iterable[Hop]) -> tuple[Text, ...]:
        """Which data of Articles 9 and 10 some flows carry, each once."""
        return tuple({content(kind): kind for hop in hops for kind in self._sensitive.carried(hop)}.values())

    def newly_carried(self, other: Engaged, hops: Iterable[Hop]) -> tuple[Text, ...]:
        """The data of Articles 9 and 10 that flows bring to somebody who had them by no flow of the other register."""
        found: dict[Hashable, Text] = {}
        for hop in hops:
            there = other.carried(other.to(self.activity(hop), self.party(hop)))
            then = {content(kind) for kind in there}
            found |= {content(kind): kind for kind in self.carried([hop]) if content(kind) not in then}
        return tuple(found.values())

    @cached_property
    def today(self) -> dict[Engagement, Hop]:
        """Who is engaged on the day of the register; everybody where it has none."""
        return {
            self._engagement(hop): hop for hops in self._hops.values() for hop in hops if hop.holds(self.day)
        }

    @cached_property
    def other_days(self) -> dict[Engagement, Hop]:
        """Whose flow alone keeps them from being engaged on the day: its activity goes on."""
        return {
            self._engagement(hop): hop
            for hops in self._hops.values()
            for hop in hops
            if hop.is_said(self.day) and not hop.holds(self.day)
        }

    def _engagement(self, hop: Hop) -> Engagement:
        return self.activity(hop), self.party(hop), capacity(hop)

    def is_engaged_today(self, hop: Hop) -> bool:
        """Whether somebody is engaged on the day of the register as by this flow, by whatever flow."""
        return self._engagement(hop) in self.today

    def is_new_today(self, other: Engaged, hop: Hop) -> bool:
        """Whether somebody is engaged here on its day, and in the other register not on its day."""
        return self._engagement(hop) not in other.today

    def as_what(self, activity: str, party: str) -> set[str]:
        """As what somebody is engaged in an activity."""
        return self._as_what.get((activity, party), set())

    def is_new_to(self, other: Engaged, hops: Iterable[Hop]) -> bool:
        """Whether somebody is engaged here that is not, as the same, in the other register."""
        return any(capacity(hop) not in other.as_what(self.activity(hop), self.party(hop)) for hop in hops)

    def only_here_below(self, other: Engaged) -> Iterator[Hop]:
        """The sub-processors, each once, that are engaged in the other register too, but not as sub-processors."""
        seen = set()
        for hops in self._hops.values():
            for hop in hops:
                who = self.activity(hop), self.party(hop)
                if capacity(hop) == BELOW and who not in seen and (there := other.as_what(*who)):
                    seen.add(who)
                    if BELOW not in there:
                        yield hop


def party(hop: Hop) -> str:
    """Whom a flow brings in: who receives the data, or where they come from."""
    return hop.sender if hop.source else hop.recipient


def capacity(hop: Hop) -> str:
    """As what somebody is brought in."""
    if hop.source:
        return "source"
    if hop.is_processor:
        return BELOW if hop.sub_processor else "processor"
    return "recipient"


def kind_of_flow(hops: list[Hop], mine: Engaged, other: Engaged, *, comes: bool) -> ChangeKind:
    """What it is called when a flow to somebody comes or goes."""
    if hops and mine.is_new_to(other, hops):
        return (COMES if comes else GOES)[min((capacity(hop) for hop in hops), key=list(COMES).index)]
    return ChangeKind.FLOW_ADDED if comes else ChangeKind.FLOW_REMOVED
