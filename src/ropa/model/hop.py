"""Flows with their defaults filled in: one sender, one recipient, one activity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ropa.law import Role
from ropa.model.activity import Activity
from ropa.model.flow import Flow
from ropa.model.seen import Said, Seen
from ropa.model.spot import segments
from ropa.model.text import Text

if TYPE_CHECKING:
    from ropa.model.register import Register


@dataclass(frozen=True, slots=True)
class Hop:
    """One step that data take. `flow` is what the register says; the rest is filled in from around it."""

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
    """The controllers of the activity on whose behalf it goes."""
    sub_processor: bool = False
    """A processor whose sender is a processor in this activity. Derived."""
    source: bool = False
    """A flow to a controller of the activity: a source of its data."""
    holds_from: date | None = None
    holds_until: date | None = None

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
        return self.flow.role == (Role.PROCESSOR,)

    def holds(self, on: date | None) -> bool:
        """Whether flow and activity hold on a day (None: whenever)."""
        if on is None:
            return True
        activity_holds = not (self.holds_from and self.holds_from > on) and not (
            self.holds_until and self.holds_until < on
        )
        return activity_holds and self.flow.holds(on)


def hops(register: Register) -> tuple[Hop, ...]:
    """Every flow of a register, by activity in the order of the file; what is said in general after its own."""
    papers = _papers(register)
    found: list[Hop] = []
    for one in register.seen():
        found += _derived(list(_of_activity(one, register, papers)))
    if not register.activities:
        ends = segments(register.general)
        for end, general in zip(ends, register.general, strict=True):
            for said_end, flow in zip(segments(general.flows), general.flows, strict=True):
                said = Said(flow, f"general.{end}.flows.{said_end}", True)
                found += _spread(said, None, register, papers, ((), ()))
    return tuple(found)


def _papers(register: Register) -> dict[str, dict[str, frozenset[str]]]:
    """Which agreements each party is in, by itself or as a member of a category, and what each covers."""
    members = {one.key: one.members for one in register.parties if one.named is False}
    by_party: dict[str, dict[str, frozenset[str]]] = {}
    for paper in register.agreements:
        for named in paper.between:
            for party in (named, *members.get(named, ())):
                by_party.setdefault(party, {})[paper.key] = frozenset(paper.covers)
    return by_party


def _of_activity(one: Seen, register: Register, papers: dict[str, dict[str, frozenset[str]]]) -> Iterator[Hop]:
    data = tuple(said.value.kind for said in one.said("personal_data"))
    people = tuple(said.value.kind for said in one.said("data_subjects"))
    for said in one.said("flows"):
        yield from _spread(said, one.activity, register, papers, (data, people))


def _senders(said: Said, controllers: tuple[str, ...], register: Register) -> tuple[str, ...]:
    flow: Flow = said.value
    if flow.sender:
        return (flow.sender,)
    if said.general:
        return (register.holder,) if register.holder else ()
    return controllers


def _spread(
    said: Said,
    activity: Activity | None,
    register: Register,
    papers: dict[str, dict[str, frozenset[str]]],
    around: tuple[tuple[Text, ...], tuple[Text, ...]],
) -> Iterator[Hop]:
    flow: Flow = said.value
    controllers = register.controllers_of(activity) if activity else ((register.holder,) if register.holder else ())
    key = activity.key if activity else ""
    for sender in _senders(said, controllers, register):
        for recipient in dict.fromkeys(flow.recipient):
            if recipient == sender and not flow.sender:
                continue  # each controller sends to the others, not to itself
            yield Hop(
                activity=key,
                sender=sender,
                recipient=recipient,
                flow=flow,
                path=said.path,
                general=said.general,
                personal_data=_which(flow, "personal_data", around[0]),
                data_subjects=_which(flow, "data_subjects", around[1]),
                agreements=flow.agreements or _between(sender, recipient, key, papers),
                controllers=tuple(dict.fromkeys(flow.customers)) or controllers,
                source=recipient in controllers,
                holds_from=activity.valid_from if activity else None,
                holds_until=activity.valid_until if activity else None,
            )


def _which(flow: Flow, field: str, around: tuple[Text, ...]) -> tuple[Text, ...]:
    """What a flow carries: what it names, else all of the activity, else nothing where it says that it is not known."""
    named: tuple[Text, ...] = getattr(flow, field)
    return named or (() if field in flow.absences else around)


def _between(
    sender: str, recipient: str, activity: str, papers: dict[str, dict[str, frozenset[str]]]
) -> tuple[str, ...]:
    # One of the two may have an agreement with everybody; both hold theirs in the order of the register.
    fewer, more = sorted((papers.get(sender, {}), papers.get(recipient, {})), key=len)
    return tuple(key for key, covers in fewer.items() if key in more and (not covers or activity in covers))


def _derived(found: list[Hop]) -> list[Hop]:
    """The same flows, sub-processors marked: a processor whose sender is a processor in this activity."""
    from dataclasses import replace

    processors = {hop.recipient for hop in found if hop.is_processor}
    return [
        replace(hop, sub_processor=True)
        if hop.is_processor and hop.sender in processors and hop.sender not in hop.controllers
        else hop
        for hop in found
    ]
