"""Who engages whom as a processor in an activity, and what follows from it for each of its flows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ropa.law import Role
from ropa.model.flow import Flow
from ropa.model.seen import Said

AS_PROCESSOR = (Role.PROCESSOR,)
"""The role of who is a processor, and of whom nothing else is open."""


class Standing(NamedTuple):
    """What a flow is by the other flows around it; see the fields of `Hop`."""

    controllers: tuple[str, ...]
    onward: bool
    sub_processor: bool
    source: bool
    returned: bool
    back: bool


@dataclass(frozen=True, slots=True)
class Engaging:
    """The controllers of an activity, its processors, and who engages whom."""

    controllers: tuple[str, ...]
    among: frozenset[str]
    """The controllers, to be asked whether one is among them."""
    processors: frozenset[str]
    engaged: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, controllers: tuple[str, ...], said: Iterable[Said], holder: str | None) -> Engaging:
        """What the flows of an activity say. Who engages is said only of those that name their sender."""
        flows = tuple(said)
        processors = (key for one in flows if one.value.role == AS_PROCESSOR for key in one.value.recipient)
        pairs = frozenset(_engaged(flows, holder))
        return cls(controllers, frozenset(controllers), frozenset(processors), pairs)

    def standing(self, flow: Flow, sender: str, recipient: str) -> Standing:
        """What a flow is between two parties."""
        as_processor = flow.role == AS_PROCESSOR
        customers = tuple(dict.fromkeys(flow.customers)) if flow.customers else self.controllers
        onward = as_processor and sender in self.processors and customers != (sender,)
        back = not flow.role and (recipient, sender) in self.engaged
        decides = recipient in self.among
        returned = back and (not decides or recipient in self.processors)
        source = decides and not (returned or as_processor)
        return Standing(
            controllers=(recipient,) if back and source and not flow.customers else customers,
            onward=onward,
            sub_processor=onward and sender not in customers,
            source=source,
            returned=returned,
            back=back and source,
        )


def _engaged(said: Iterable[Said], holder: str | None) -> Iterator[tuple[str, str]]:
    for one in said:
        flow: Flow = one.value
        sender = flow.sender or (holder if one.general else None)
        if sender and flow.role == AS_PROCESSOR:
            yield from ((sender, recipient) for recipient in flow.recipient)
