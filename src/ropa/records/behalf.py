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
    A flow that is over or planned is asked about as if every flow were there, and any other about its day.
    """
    found: dict[str, list[Held]] = {}
    told: dict[tuple[str, date | None], Callable[[Hop], tuple[str, ...]]] = {}
    for hop in hops:
        asked = hop.activity, on if hop.holds(on) else None
        if asked not in told:
            told[asked] = _whose(register, *asked)
        found.setdefault(hop.activity, []).append((hop, told[asked](hop)))
    return found


def _whose(register: Register, key: str, on: date | None) -> Callable[[Hop], tuple[str, ...]]:
    """Tells of each flow of an activity for whom it goes, on a day (None: whenever)."""
    activity = register.activity(key) if key else None
    everyone = register.controllers_of(activity) if activity else ()
    if activity is None or len(everyone) < 2 or register.are_joint(activity, on=on):
        return lambda hop: hop.controllers
    borne = Borne.of(register, key, on)
    place = {one: at for at, one in enumerate(everyone)}

    def of(hop: Hop) -> tuple[str, ...]:
        held = borne.whose(hop)
        if hop.controllers == everyone:  # a processor may serve thousands, with a flow for each
            return tuple(sorted((one for one in held if one in place), key=place.__getitem__)) or everyone
        return tuple([one for one in hop.controllers if one in held]) or hop.controllers

    return of
