"""For which controllers of an activity a flow goes: the thread that joins the records of a chain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ropa.model import PEOPLE, Hop, Register
from ropa.sharing.borne import Borne

Held = tuple[Hop, tuple[str, ...]]
"""A flow, and for which controllers it goes."""


def by_activity(register: Register, hops: Iterable[Hop], on: date | None) -> dict[str, list[Held]]:
    """The flows of each activity, each with the controllers it is for; `""` for what covers no activity."""
    found: dict[str, list[Hop]] = {}
    for hop in hops:
        found.setdefault(hop.activity, []).append(hop)
    return {key: list(zip(held, _whose(register, key, held, on), strict=True)) for key, held in found.items()}


def _whose(register: Register, key: str, hops: Sequence[Hop], on: date | None) -> tuple[tuple[str, ...], ...]:
    if not key:
        return tuple(hop.controllers for hop in hops)
    activity = register.activity(key)
    joint = register.are_joint(activity, on=on)
    found = on_behalf_of(hops, register.controllers_of(activity), joint=joint)
    if joint or _alike(hops, found):
        return found
    borne = Borne.of(register, key, None)  # past and planned flows are asked about too
    return _with_data(borne, hops, found)


def _alike(hops: Sequence[Hop], found: Iterable[tuple[str, ...]]) -> bool:
    """Whether nothing can tell the data of one controller from those of another."""
    return all(len(keys) < 2 for keys in found) or len({(h.personal_data, h.data_subjects) for h in hops}) < 2


def _with_data(
    borne: Borne, hops: Sequence[Hop], found: Iterable[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """The same without controllers of whose data a flow has none: whatever else its sender does for them."""
    return tuple(
        tuple(key for key in keys if key in borne.whose(hop)) or keys
        for hop, keys in zip(hops, found, strict=True)
    )


def on_behalf_of(
    hops: Sequence[Hop], controllers: tuple[str, ...], *, joint: bool
) -> tuple[tuple[str, ...], ...]:
    """For which controllers each flow of one activity goes, in their order.

    Joint controllers answer for every flow together; others each for what begins with them, along the chain. What a
    party sends of which nobody says how it got there concerns all of them, and `customers` says it outright.
    """
    if joint or len(controllers) < 2:
        return tuple(tuple(dict.fromkeys(hop.flow.customers)) or controllers for hop in hops)
    found = _Threads(hops, controllers).spun()
    order = {key: place for place, key in enumerate(controllers)}
    return tuple(tuple(sorted(keys, key=lambda key: order.get(key, len(order)))) for keys in found)


class _Threads:
    """Follows each controller's data from party to party until nothing new arrives anywhere."""

    def __init__(self, hops: Sequence[Hop], controllers: tuple[str, ...]) -> None:
        self.hops = hops
        self.everyone = frozenset(controllers)
        self.onward: dict[str, list[int]] = {}
        for index, hop in enumerate(hops):
            if not self._begins(hop):
                self.onward.setdefault(hop.sender, []).append(index)
        self.carried: list[set[str]] = [set() for _ in hops]
        self.arrived: dict[str, set[str]] = {}

    def spun(self) -> list[set[str]]:
        self._follow((index, self._first(hop)) for index, hop in enumerate(self.hops) if self._begins(hop))
        unexplained = [sender for sender in self.onward if not self.arrived.get(sender)]
        self._follow((index, self.everyone) for sender in unexplained for index in self.onward[sender])
        return self.carried

    def _begins(self, hop: Hop) -> bool:
        """Whether the flow itself tells for whom it goes."""
        return (
            bool(hop.flow.customers)
            or hop.sender == PEOPLE
            or bool({hop.sender, hop.recipient} & self.everyone)
        )

    def _first(self, hop: Hop) -> frozenset[str]:
        customers = frozenset(hop.flow.customers)
        if hop.sender in self.everyone:
            return frozenset({hop.sender}) & (customers or self.everyone)
        return customers or frozenset({hop.recipient}) & self.everyone or self.everyone

    def _follow(self, starts: Iterable[tuple[int, frozenset[str]]]) -> None:
        todo = list(starts)
        while todo:
            index, keys = todo.pop()
            self.carried[index] |= keys
            recipient = self.hops[index].recipient
            new = keys - self.arrived.setdefault(recipient, set())
            if new and recipient not in self.everyone:
                self.arrived[recipient] |= new
                todo += ((further, new) for further in self.onward.get(recipient, ()))
