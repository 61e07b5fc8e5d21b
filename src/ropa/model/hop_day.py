"""Flows as they are on a day: with the agreements in force, and the data and processors of that day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ropa.model.around import Around
from ropa.model.engaging import Engaging
from ropa.model.hop import NOTHING, Hop, engaging_in_general, in_general
from ropa.model.seen import Seen

if TYPE_CHECKING:
    from ropa.model.register import Register

TOLD = ("personal_data", "data_subjects", "flows")
"""What of an activity its flows are filled in from."""


def in_force(register: Register, found: Iterable[Hop], on: date | None) -> Iterator[Hop]:
    """Flows as they are on a day (None: whenever): only the agreements in force, and the data of the day.

    An agreement that a flow names and that is not in force is left out; another does not take its place.
    """
    if on is None:
        yield from found
        return
    seen = {one.activity.key: one for one in register.seen()}
    dead = {paper.key for paper in register.agreements if not paper.holds(on)}
    days: dict[str, _Day | None] = {}
    for hop in found:
        if hop.activity not in days:
            days[hop.activity] = _day(register, seen.get(hop.activity), on)
        there = days[hop.activity]
        if there is not None or not dead.isdisjoint(hop.agreements):
            hop = _on_that_day(hop, there, dead)
        yield hop


@dataclass(frozen=True, slots=True)
class _Day:
    """An activity on a day, where it is not the same as whenever."""

    around: Around
    engaging: Engaging


def _day(register: Register, seen: Seen | None, on: date) -> _Day | None:
    if seen is None:
        said = in_general(register, on)
        same = len(said) == len(in_general(register))
        return None if same else _Day(NOTHING, engaging_in_general(register, said))
    if all(one.holds(on) for _, one in seen.generals) and all(
        one.holds(on) for field in TOLD for one in seen.values(field) if one.valid_from or one.valid_until
    ):
        return None
    controllers = register.controllers_of(seen.activity)
    return _Day(Around.of(seen, on), Engaging.of(controllers, seen.said("flows", on), register.holder))


def _on_that_day(hop: Hop, there: _Day | None, dead: Collection[str]) -> Hop:
    agreements = tuple(key for key in hop.agreements if key not in dead)
    if there is None:
        return replace(hop, agreements=agreements)
    data, people = there.around.carried(hop.flow)
    stands = there.engaging.standing(hop.flow, hop.sender, hop.recipient)
    return replace(hop, personal_data=data, data_subjects=people, agreements=agreements, **stands._asdict())
