"""An activity as a reader sees it: with what the register says in general added, each told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from ropa.model.activity import Activity, Facts, General
from ropa.model.part import Absence, Entry
from ropa.model.security import Measure
from ropa.model.spot import segments
from ropa.model.text import listed

if TYPE_CHECKING:
    from ropa.model.register import Register


MOST_DAYS = 3
"""Days of which an activity remembers what was asked of it."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a field, where it stands, and whether it is said in general."""

    value: Any
    path: str
    general: bool
    holder: Facts | None = field(default=None, repr=False, compare=False)
    """The activity or general entry that says it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An activity and the general entries that cover it."""

    activity: Activity
    generals: tuple[tuple[str, General], ...]
    """Each with its path."""
    measures: Mapping[str, Measure] = field(default_factory=dict, repr=False, compare=False)
    """The shared measures by key: what refers to one holds only as long as it does."""
    _told: dict[date | None, dict[str, tuple[Any, ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The values that were asked for, by day: many ask for the same ones."""

    @property
    def path(self) -> str:
        """The path of the activity."""
        return f"activities.{self.activity.key}"

    def at(self, on: date | None) -> Seen:
        """The same activity with the general entries that hold on a day (None: whenever)."""
        held = tuple([one for one in self.generals if one[1].holds(on)])
        return self if len(held) == len(self.generals) else replace(self, generals=held)

    def said(self, field: str, on: date | None = None) -> tuple[Said, ...]:
        """Every value of a field that holds on a day (None: whenever): the activity's own, then those said in general."""
        every = self._said(field, on)
        return tuple(every if on is None else (one for one in every if self._holds(one.value, on)))

    def absence(self, field: str, on: date | None = None) -> Absence | None:
        """What the activity says where a field has no value, or else what is said in general (on a day; None: whenever)."""
        own = self.activity.absences.get(field)
        said = (one.absences.get(field) for _, one in self.generals if one.holds(on))
        return own or next((one for one in said if one), None)

    def values(self, field: str, on: date | None = None) -> tuple[Any, ...]:
        """The same values by themselves, for whoever does not ask where they stand."""
        told = self._told.get(on)
        if told is None:
            if len(self._told) >= MOST_DAYS:
                self._told.clear()
            told = self._told[on] = {}
        found = told.get(field)
        if found is None:
            found = told[field] = self._values(field, on)
        return found

    def _values(self, field: str, on: date | None) -> tuple[Any, ...]:
        value = getattr(self.activity, field, None)
        found: tuple[Any, ...] = () if not value else value if isinstance(value, tuple) else (value,)
        for _, one in self.generals:
            value = getattr(one, field, None)
            if value and one.holds(on):
                found += value if isinstance(value, tuple) else (value,)
        if on is None or not found:
            return found
        held = [one for one in found if self._holds(one, on)]
        return found if len(held) == len(found) else tuple(held)

    def _holds(self, value: Any, on: date | None) -> bool:
        kind = value.__class__
        if not _is_entry(kind):
            return True
        if (value.valid_from or value.valid_until) and not value.holds(on):
            return False
        if kind is not Measure or not self.measures or not isinstance(value.text, str):
            return True
        shared = self.measures.get(value.text)
        return shared is None or shared.holds(on)

    def _said(self, field: str, on: date | None) -> Iterator[Said]:
        generals = ((path, one) for path, one in self.generals if one.holds(on))
        holders: tuple[tuple[str, Facts], ...] = ((self.path, self.activity), *generals)
        for path, holder in holders:
            value = getattr(holder, field, None)
            if not value:
                continue
            several = isinstance(value, tuple)
            values = listed(value)
            ends = segments(values) if several else ("",)  # type: ignore[arg-type]
            for one, end in zip(values, ends, strict=True):  # type: ignore[call-overload]
                yield Said(one, f"{path}.{field}.{end}".rstrip("."), holder is not self.activity, holder)


@cache
def _is_entry(kind: type) -> bool:
    """Asked once for each kind: what pydantic makes of `isinstance` takes longer than all the rest."""
    return issubclass(kind, Entry)


def seen(register: Register) -> tuple[Seen, ...]:
    """Every activity of a register with the general entries that cover it."""
    paths = [f"general.{end}" for end in segments(register.general)]
    named: dict[str, list[int]] = {}
    for index, one in enumerate(register.general):
        for key in one.activities:
            named.setdefault(key, []).append(index)
    for_holder = [index for index, one in enumerate(register.general) if not one.activities]
    measures = {one.key: one for one in register.measures}
    found = []
    for activity in register.activities:
        covered = list(named.get(activity.key, ()))
        if register.holder in register.controllers_of(activity):
            covered += for_holder
        generals = tuple((paths[index], register.general[index]) for index in sorted(covered))
        found.append(Seen(activity, generals, measures))
    return tuple(found)
