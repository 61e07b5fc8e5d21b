"""What the holder's record says of one field, each statement once, with the activities it is said of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ropa.model import Register
from ropa.rules.controlled import Controlled, controlled


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of a field, where it stands, and whom it covers: one activity, or those a general entry is about."""

    value: Any
    path: str
    general: bool
    activities: tuple[Controlled, ...]


def stated(register: Register, on: date, field: str) -> tuple[Stated, ...]:
    """Every value of a field that holds on a day in the activities of which the holder is a controller."""
    found: tuple[Stated, ...] = register.kept(
        ("ropa.rules", "stated", field, on), lambda: _stated(register, on, field)
    )
    return found


def _stated(register: Register, on: date, field: str) -> tuple[Stated, ...]:
    said: dict[str, tuple[Any, bool]] = {}
    covers: dict[str, list[Controlled]] = {}
    for activity in controlled(register, on).activities:
        for one in activity.seen.said(field, on):
            said.setdefault(one.path, (one.value, one.general))
            covers.setdefault(one.path, []).append(activity)
    return tuple(Stated(value, path, general, tuple(covers[path])) for path, (value, general) in said.items())
