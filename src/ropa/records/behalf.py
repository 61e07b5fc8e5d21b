"""For which controllers of an activity a flow goes: the thread that joins the records of a chain."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ropa.model import Hop, Register
from ropa.sharing.borne import Borne

Held = tuple[Hop, tuple[str, ...]]
"""A flow, and for which controllers it goes."""


def by_activity(register: Register, hops: Iterable[Hop], on: date | None) -> dict[str, list[Held]]:
    """The flows of each activity, each with the controllers it is for; `""` for what covers no activity.

    Joint controllers answer for every flow together; others each for what the closure of the activity says they have
    in it. What a party sends of which nobody says how it got there concerns all of them, and `customers` says it outright.
    """
    found: dict[str, list[Hop]] = {}
    for hop in hops:
        found.setdefault(hop.activity, []).append(hop)
    told = {key: _whose(register, key, on) for key in found}
    return {key: [(hop, told[key](hop)) for hop in held] for key, held in found.items()}


def _whose(register: Register, key: str, on: date | None) -> Callable[[Hop], tuple[str, ...]]:
    """Tells of each flow of an activity for whom it goes."""
    activity = register.activity(key) if key else None
    if activity is None or register.are_joint(activity, on=on) or len(register.controllers_of(activity)) < 2:
        return lambda hop: hop.controllers
    borne = Borne.of(register, key, None)  # past and planned flows are asked about too

    def of(hop: Hop) -> tuple[str, ...]:
        held = borne.whose(hop)
        return tuple([one for one in hop.controllers if one in held]) or hop.controllers

    return of
