"""Who was planned or had ended and is engaged now, or was engaged and is no longer: the days of a flow decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ropa.changes.engaged import BELOW, Engaged, capacity
from ropa.changes.kind import ChangeKind as K
from ropa.changes.walk import Difference
from ropa.model import Flow, Hop
from ropa.model.part import DAYS

BEGINS = {BELOW: K.SUB_PROCESSOR_BEGUN, "processor": K.PROCESSOR_BEGUN, "recipient": K.RECIPIENT_BEGUN}
CONTINUES = {
    BELOW: K.SUB_PROCESSOR_CONTINUED,
    "processor": K.PROCESSOR_CONTINUED,
    "recipient": K.RECIPIENT_CONTINUED,
}
ENDS = {BELOW: K.SUB_PROCESSOR_ENDED, "processor": K.PROCESSOR_ENDED, "recipient": K.RECIPIENT_ENDED}
PLANNED = {
    K.SUB_PROCESSOR_ADDED: K.SUB_PROCESSOR_PLANNED,
    K.PROCESSOR_ADDED: K.PROCESSOR_PLANNED,
    K.RECIPIENT_ADDED: K.RECIPIENT_PLANNED,
}
PAST = {
    K.SUB_PROCESSOR_ADDED: K.SUB_PROCESSOR_PAST,
    K.PROCESSOR_ADDED: K.PROCESSOR_PAST,
    K.RECIPIENT_ADDED: K.RECIPIENT_PAST,
}

Told = tuple[str, str, K]
"""An activity, a party, and what is told of it."""


class Turn(NamedTuple):
    """Somebody who began or ended, with the flow as it is in the new register."""

    kind: K
    hop: Hop
    begins: bool


def on_its_day(kind: K, hops: Iterable[Hop], mine: Engaged) -> K:
    """What it is called that somebody is new in a register, where that is a plan, or is over, on its day."""
    held = [*hops]
    if kind not in PLANNED or mine.day is None or any(hop.holds(mine.day) for hop in held):
        return kind
    if any(mine.is_engaged_today(hop) for hop in held):
        return K.FLOW_ADDED  # it is there by another flow
    return (PLANNED if any((day := hop.first_day) and day > mine.day for hop in held) else PAST)[kind]


def by_its_days(one: Difference, before: Engaged, after: Engaged) -> tuple[K, set[Told]] | None:
    """What a change in the days of a flow is called, where it makes somebody begin or end; and who that is."""
    step = one.trail[-1] if one.trail and one.name in DAYS else None
    if step is None or not isinstance(step.before, Flow) or not isinstance(step.after, Flow):
        return None
    was, now = step.before.holds(before.day), step.after.holds(after.day)
    if was == now:
        return None
    mine, other, flow, stopped = (
        (after, before, step.after, step.before) if now else (before, after, step.before, step.after)
    )
    if one.name != _why_not(stopped, other):
        return None
    hops = [hop for hop in mine.of(flow) if hop.is_said(mine.day) and mine.is_new_today(other, hop)]
    words = _comes(stopped, other) if now else ENDS
    called = [words[what] for what in words if what in {capacity(hop) for hop in hops}]
    return (called[0], {(mine.activity(hop), mine.party(hop), called[0]) for hop in hops}) if called else None


def turned(before: Engaged, after: Engaged) -> Iterator[Turn]:
    """Whom only the day of each register makes another: the flows stand in both, and hold in one."""
    for mine, other, begins in ((after, before, True), (before, after, False)):
        for who, hop in mine.today.items():
            if who[-1] in BEGINS and who not in other.today and who in other.other_days:
                there = other.other_days[who]
                words = _comes(there.flow, other) if begins else ENDS
                yield Turn(words[who[-1]], hop if begins else there, begins)


def _comes(flow: Flow, there: Engaged) -> Mapping[str, K]:
    """What it is called that somebody is engaged now whose flow did not hold there: planned then, or ended by then."""
    return BEGINS if _why_not(flow, there) == DAYS[0] else CONTINUES


def _why_not(flow: Flow, there: Engaged) -> str:
    """Which of its days keeps a flow from holding."""
    return DAYS[0] if flow.valid_from and there.day and flow.valid_from > there.day else DAYS[1]
