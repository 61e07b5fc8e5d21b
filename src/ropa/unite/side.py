"""One register on its way into another: its entries rewritten, and what it leaves to its holder written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ropa.model import (
    Activity,
    Evidence,
    Flow,
    General,
    LeftOut,
    Measure,
    Party,
    Register,
    SharedMeasure,
    Source,
)
from ropa.model.index import collections
from ropa.model.shape import identity_of
from ropa.unite.rewrite import Rewriter, distinct, fresh, told, within

M = TypeVar("M", bound=Measure)


@dataclass(slots=True)
class Side:
    """One of the registers that are joined."""

    register: Register
    rewriter: Rewriter
    holder: str | None
    """The key of its holder in the joined register; of that one's holder where the caller said so and it names none."""
    lists: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    """Its entries as the joined register will have them."""

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Its activities."""
        return self.lists["activities"]

    @property
    def defaults(self) -> tuple[General, ...]:
        """What it says in general without saying for which activities."""
        return tuple(one for one in self.lists["general"] if not one.activities)

    def scope(self, holder: str | None) -> tuple[str, ...]:
        """The activities of its holder: those that hold what is said in general without naming any."""
        return controlled(self.activities, self.holder, holder)

    @property
    def floats(self) -> bool:
        """Whether it has flows that are said in general, and no activity for them to stand in."""
        return not self.activities and any(one.flows for one in self.defaults)


def side_of(register: Register, rewriter: Rewriter, holder: str | None) -> Side:
    """A register with its entries rewritten."""
    own = rewriter.keys["party"].get(register.holder, register.holder) if register.holder else holder
    lists = {
        name: tuple(rewriter.entry(one) for one in getattr(register, name))
        for name in collections(type(register))
    }
    return Side(register, rewriter, own, lists)


def controlled(activities: Iterable[Activity], party: str | None, holder: str | None) -> tuple[str, ...]:
    """The activities that a party controls where the register is the holder's."""
    if party is None:
        return ()
    return tuple(one.key for one in activities if party in (one.controllers or (holder,)))


def complete(registers: Sequence[Register]) -> tuple[Register, ...]:
    """The same registers, each with an entry for its holder, and for the source that its evidence rests on.

    A register without parties stands by its holder's key alone, and one with evidence and no sources for a document
    it does not name: beside others neither would be seen any more.
    """
    if len(registers) < 2:
        return tuple(registers)
    sourced = any(one.sources for one in registers)
    return tuple(_complete(one, sourced) for one in registers)


def _complete(register: Register, sourced: bool) -> Register:
    missing: list[Any] = []
    if register.holder and not register.parties:
        missing.append(Party(key=register.holder))
    if sourced and not register.sources and _rests_on_something(register):
        missing.append(Source(key="source"))
    return register.put(*missing) if missing else register


def _rests_on_something(register: Register) -> bool:
    return any(isinstance(one, (Evidence, LeftOut)) and one.source is None for one in within(register))


def relies_on_holder(register: Register) -> bool:
    """Whether a register says anything that only its holder completes."""
    return (
        any(not one.controllers for one in register.activities)
        or any(not one.activities for one in register.general)
        or any(flow.sender is None for one in register.general for flow in one.flows)
    )


def write_out(sides: Sequence[Side], holder: str | None, taken: set[str]) -> list[tuple[int, str]]:
    """Writes out what each side leaves to its holder, where the joined register would read it otherwise.

    Gives the activities that had to be made, with the numbers of their registers: what is said in general for no
    activity at all would vanish, or spread over those of others.
    """
    for side in sides:
        if side.holder and side.holder != holder:
            _write_holder(side)
            _write_measures(side, holder)
    homes = _homes(sides, holder, taken)
    every = controlled((one for side in sides for one in side.activities), holder, holder)
    for number, side in enumerate(sides):
        home = tuple(key for at, key in homes if at == number)
        scope = home or side.scope(holder)
        if scope and (home or set(scope) != set(every)):
            side.lists["general"] = tuple(
                one if one.activities else told(one, activities=scope) for one in side.lists["general"]
            )
    return homes


def _homes(sides: Sequence[Side], holder: str | None, taken: set[str]) -> list[tuple[int, str]]:
    every = controlled((one for side in sides for one in side.activities), holder, holder)
    floating = [side for side in sides if side.floats]
    lands = any(side.activities for side in sides) or any(side.holder != holder for side in floating)
    homes = []
    for number, side in enumerate(sides):
        if side.defaults and not side.scope(holder) and (every or (side.floats and lands)):
            key = fresh("general", taken)
            taken.add(key)
            owner = (side.holder,) if side.holder and side.holder != holder else ()
            side.lists["activities"] = (*side.activities, Activity(key=key, controllers=owner))
            homes.append((number, key))
    return homes


def _write_holder(side: Side) -> None:
    """Activities without controllers are its holder's, and flows said in general without a sender begin with it."""
    owner = side.holder
    side.lists["activities"] = tuple(
        one if one.controllers else told(one, controllers=(owner,)) for one in side.activities
    )
    side.lists["general"] = tuple(
        told(one, flows=_all_sent(one.flows, owner)) if one.flows else one for one in side.lists["general"]
    )


def _all_sent(flows: tuple[Flow, ...], owner: str | None) -> tuple[Flow, ...]:
    return distinct(tuple(_sent(flow, owner) for flow in flows), [identity_of(flow, Flow) for flow in flows])


def _sent(flow: Flow, owner: str | None) -> Flow:
    if flow.sender:
        return flow
    others = tuple(one for one in flow.recipient if one != owner)  # nobody sends to itself unless it says so
    return told(flow, sender=owner, recipient=others) if flow.recipient else told(flow, sender=owner)


def _write_measures(side: Side, holder: str | None) -> None:
    """In what its holder does as processor, a measure that says not whose it is, is the holder's."""
    keys = side.rewriter.keys
    hops = (hop for hop in side.register.flows() if hop.is_processor and hop.activity)
    where = {
        keys["activity"][hop.activity]
        for hop in hops
        if keys["party"].get(hop.recipient) in (side.holder, holder)
    }
    shared = frozenset(keys[SharedMeasure.noun].values())
    by = _By(side.holder, shared, set())
    side.lists["activities"] = tuple(by.facts(one) if one.key in where else one for one in side.activities)
    own = set(side.scope(holder))
    side.lists["general"] = tuple(
        by.facts(one) if where & (set(one.activities) or own) else one for one in side.lists["general"]
    )
    others = {measure.text for party in side.lists["parties"] for measure in party.security}
    side.lists["measures"] = tuple(
        by.one(one) if one.key in by.used - others else one for one in side.lists["measures"]
    )


@dataclass(slots=True)
class _By:
    """Writes out whose a measure is."""

    owner: str | None
    shared: frozenset[str]
    used: set[Any]
    """The shared measures that were met."""

    def facts(self, said: Any) -> Any:
        """An activity, or what is said in general, with its measures' owner."""
        measures = tuple(self._measure(one) for one in said.security)
        return told(said, security=measures) if measures else said

    def _measure(self, measure: Measure) -> Measure:
        if measure.text in self.shared:
            self.used.add(measure.text)
            return measure
        return self.one(measure)

    def one(self, measure: M) -> M:
        """A measure with its owner, unless it names one."""
        return measure if measure.by else told(measure, by=self.owner)
