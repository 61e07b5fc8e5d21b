"""An activity as a reader sees it: with what the register says in general added, each told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ropa.model.activity import Activity, Facts, General
from ropa.model.spot import segments
from ropa.model.text import listed

if TYPE_CHECKING:
    from ropa.model.register import Register


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a field, where it stands, and whether it is said in general."""

    value: Any
    path: str
    general: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """An activity and the general entries that cover it."""

    activity: Activity
    generals: tuple[tuple[str, General], ...]
    """Each with its path."""

    @property
    def path(self) -> str:
        """The path of the activity."""
        return f"activities.{self.activity.key}"

    def said(self, field: str) -> tuple[Said, ...]:
        """Every value of a field: the activity's own, then those said in general."""
        return tuple(self._said(field))

    def _said(self, field: str) -> Iterator[Said]:
        holders: tuple[tuple[str, Facts], ...] = ((self.path, self.activity), *self.generals)
        for path, holder in holders:
            value = getattr(holder, field, None)
            if not value:
                continue
            several = isinstance(value, tuple)
            values = listed(value)
            ends = segments(values) if several else ("",)  # type: ignore[arg-type]
            for one, end in zip(values, ends, strict=True):  # type: ignore[call-overload]
                yield Said(one, f"{path}.{field}.{end}".rstrip("."), holder is not self.activity)


def seen(register: Register) -> tuple[Seen, ...]:
    """Every activity of a register with the general entries that cover it."""
    paths = [f"general.{end}" for end in segments(register.general)]
    named: dict[str, list[int]] = {}
    for index, one in enumerate(register.general):
        for key in one.activities:
            named.setdefault(key, []).append(index)
    for_holder = [index for index, one in enumerate(register.general) if not one.activities]
    found = []
    for activity in register.activities:
        covered = list(named.get(activity.key, ()))
        if register.holder in register.controllers_of(activity):
            covered += for_holder
        found.append(Seen(activity, tuple((paths[index], register.general[index]) for index in sorted(covered))))
    return tuple(found)
