"""Flows with their defaults filled in: one sender, one recipient, one activity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ropa.law import Role
from ropa.model.activity import Activity, Facts
from ropa.model.agreement import Agreement
from ropa.model.around import Around
from ropa.model.engaging import AS_PROCESSOR, Engaging
from ropa.model.flow import Flow
from ropa.model.pause import no_collecting
from ropa.model.seen import Said, Seen
from ropa.model.spot import segments
from ropa.model.text import Text

if TYPE_CHECKING:
    from ropa.model.register import Register

NOTHING = Around()


@dataclass(frozen=True, slots=True)
class Hop:
    """One step that data take. `flow` is what the register says (`hop.flow.customers`); the rest is filled in around it."""

    activity: str
    """The key of the activity; empty where the flow is said in general and no activity is covered."""
    sender: str
    recipient: str
    flow: Flow
    path: str
    general: bool
    personal_data: tuple[Text, ...]
    data_subjects: tuple[Text, ...]
    agreements: tuple[str, ...]
    controllers: tuple[str, ...]
    """The controllers of the activity on whose behalf it goes; those of its customers that it names are in `flow`."""
    onward: bool = False
    """A processor whose sender is a processor in this activity, for others than itself. Derived."""
    sub_processor: bool = False
    """The same where the sender is that for everybody on whose behalf it goes, and no controller of its own. Derived."""
    source: bool = False
    """A flow to a controller of the activity that is no processor by it: a source of its data."""
    returned: bool = False
    """A flow without a role from a processor to who engages it in this activity: what it worked out, or got, goes back.

    Its recipient is what it is by other flows; a controller that is nobody's processor here gets a source by it. Derived."""
    back: bool = False
    """A source that takes back to a controller what a processor it engages here did for it. Derived."""
    holds_from: date | None = None
    """The first day of what says it: of the activity and, where it is said in general, of that entry too."""
    holds_until: date | None = None
    """The last such day."""

    @property
    def role(self) -> tuple[Role, ...]:
        """What the recipient is here: one, several (undecided) or none (not stated)."""
        return self.flow.role

    @property
    def countries(self) -> tuple[str, ...]:
        """Where the data are processed."""
        return self.flow.countries

    @property
    def is_processor(self) -> bool:
        """Whether the recipient is a processor here, and nothing else is open."""
        return self.flow.role == AS_PROCESSOR

    @property
    def first_day(self) -> date | None:
        """The day from which it holds, with what says it; None where that is not stated."""
        return max((day for day in (self.flow.valid_from, self.holds_from) if day), default=None)

    @property
    def last_day(self) -> date | None:
        """The last day on which it holds, with what says it; None where that is not stated."""
        return min((day for day in (self.flow.valid_until, self.holds_until) if day), default=None)

    def holds(self, on: date | None) -> bool:
        """Whether the flow and what says it hold on a day (None: whenever)."""
        return self.is_said(on) and self.flow.holds(on)

    def is_said(self, on: date | None) -> bool:
        """Whether the activity and the general entry that say it hold on a day, past and planned flows included."""
        return on is None or (
            not (self.holds_from and self.holds_from > on)
            and not (self.holds_until and self.holds_until < on)
        )


@no_collecting()
def hops(register: Register) -> tuple[Hop, ...]:
    """Every flow of a register, by activity in the order of the file; what is said in general after its own."""
    papers = _papers(register)
    found: list[Hop] = []
    for one in register.seen():
        found += _of_activity(one, register, papers)
    if not register.activities:
        said = in_general(register)
        nowhere = _There(None, engaging_in_general(register, said))
        for every in said:
            found += _spread(every, nowhere, register.holder, papers)
    return tuple(found)


def in_general(register: Register, on: date | None = None) -> tuple[Said, ...]:
    """The flows that are said in general and hold on a day (None: whenever), as they are where no activity is covered."""
    return tuple(
        Said(flow, f"general.{end}.flows.{said_end}", True, general)
        for end, general in zip(segments(register.general), register.general, strict=True)
        if general.holds(on)
        for said_end, flow in zip(segments(general.flows), general.flows, strict=True)
        if flow.holds(on)
    )


def engaging_in_general(register: Register, said: Iterable[Said]) -> Engaging:
    """Who engages whom by what is said in general, where no activity is covered."""
    return Engaging.of((register.holder,) if register.holder else (), said, register.holder)


def covers(register: Register, paper: Agreement, parties: Iterable[str], activity: str) -> bool:
    """Whether an agreement of a register is between these parties, also as members of a category, for an activity."""
    return _paper(register, paper).covers(parties, activity)


def between(register: Register, one: str, other: str, activity: str) -> tuple[str, ...]:
    """The keys of the agreements that cover two parties and an activity, whenever they are in force."""
    return tuple(
        paper.key for paper in register.agreements if covers(register, paper, (one, other), activity)
    )


@dataclass(frozen=True, slots=True)
class _Paper:
    """An agreement as flows look at it: whom it binds, the members of a category included, and for what."""

    bound: frozenset[str]
    activities: frozenset[str]

    @classmethod
    def of(cls, register: Register, paper: Agreement) -> _Paper:
        named = frozenset(paper.between)
        held = (register.party(key) for key in named & register.party_keys)
        members = (party.members for party in held if party.named is False)
        return cls(named.union(*members), frozenset(paper.covers))

    def covers(self, parties: Iterable[str], activity: str) -> bool:
        return self.bound.issuperset(parties) and (not self.activities or activity in self.activities)


def _paper(register: Register, paper: Agreement) -> _Paper:
    """The same one again while the register lives: a category may have thousands of members."""
    known: dict[str, _Paper] = register.kept("papers", dict)
    if paper.key not in known:
        known[paper.key] = _Paper.of(register, paper)
    return known[paper.key]


_Papers = Mapping[str, Mapping[str, _Paper]]
"""The agreements of each party by key: few are looked at for each flow."""


def _papers(register: Register) -> _Papers:
    by_party: dict[str, dict[str, _Paper]] = {}
    for one in register.agreements:
        paper = _paper(register, one)
        for party in paper.bound:
            by_party.setdefault(party, {})[one.key] = paper
    return by_party


def _of_activity(one: Seen, register: Register, papers: _Papers) -> Iterator[Hop]:
    said = one.said("flows")
    if said:
        engaging = Engaging.of(register.controllers_of(one.activity), said, register.holder)
        there = _There(one.activity, engaging, Around.of(one, None))
        for held in said:
            yield from _spread(held, there, register.holder, papers)


@dataclass(frozen=True, slots=True)
class _There:
    """What the flows of one activity are filled in from; without one, of what is said in general."""

    activity: Activity | None
    engaging: Engaging
    around: Around = NOTHING


def _senders(said: Said, there: _There, holder: str | None) -> tuple[str, ...]:
    flow: Flow = said.value
    if flow.sender:
        return (flow.sender,)
    if said.general:
        return (holder,) if holder else ()
    return there.engaging.controllers


def _spread(said: Said, there: _There, holder: str | None, papers: _Papers) -> Iterator[Hop]:
    flow: Flow = said.value
    key = there.activity.key if there.activity else ""
    data, people = there.around.carried(flow)
    starts, ends = _days(there.activity, said.holder)
    for sender in _senders(said, there, holder):
        for recipient in dict.fromkeys(flow.recipient):
            if recipient == sender and not flow.sender:
                continue  # each controller sends to the others, not to itself
            papers_here = flow.agreements or _between(sender, recipient, key, papers)
            stands = there.engaging.standing(flow, sender, recipient)
            yield Hop(
                key,
                sender,
                recipient,
                flow,
                said.path,
                said.general,
                data,
                people,
                papers_here,
                *stands,
                starts,
                ends,
            )


def _days(activity: Activity | None, holder: Facts | None) -> tuple[date | None, date | None]:
    """The first and the last day of an activity and of the entry that says something of it."""
    if activity is holder and activity is not None:
        return activity.valid_from, activity.valid_until
    says = [one for one in (activity, holder) if one]
    starts = max((one.valid_from for one in says if one.valid_from), default=None)
    ends = min((one.valid_until for one in says if one.valid_until), default=None)
    return starts, ends


def _between(one: str, other: str, activity: str, papers: _Papers) -> tuple[str, ...]:
    # One of the two may have an agreement with everybody; each holds its own in the order of the register.
    held, fewer = papers.get(one, {}), papers.get(other, {})
    if len(held) < len(fewer):
        fewer = held
    return (
        tuple([key for key, paper in fewer.items() if paper.covers((one, other), activity)]) if fewer else ()
    )
