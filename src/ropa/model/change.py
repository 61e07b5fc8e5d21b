"""What a register becomes: the fields of a new one, with entries put in, changed, or as they stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ropa.errors import UnknownEntry
from ropa.model.data import Item, Subjects
from ropa.model.index import collections
from ropa.model.part import Entry, Keyed, Part
from ropa.model.spec import specs

if TYPE_CHECKING:
    from ropa.model.register import Register

STAY = (Item, Subjects)
"""Entries that others name: they stay whenever they hold, and so do the keyed ones that are no agreement or activity."""


def fields(part: Part) -> dict[str, Any]:
    """What a part was made of, keys of one's own included."""
    names = type(part).model_fields
    return {
        **{name: getattr(part, name) for name in names if name in part.model_fields_set},
        **(part.__pydantic_extra__ or {}),
    }


def with_entries(register: Register, entries: Iterable[Part]) -> dict[str, list[Any]]:
    """The lists that change when entries are put in: each in place of the one of its kind and key, or at the end."""
    changed: dict[str, list[Any]] = {}
    for entry in entries:
        name = _list_for(type(register), type(entry))
        held = changed.setdefault(name, list(getattr(register, name)))
        key = getattr(entry, "key", None)
        place = next((at for at, one in enumerate(held) if key and one.key == key), None)
        if place is None:
            held.append(entry)
        else:
            held[place] = entry
    return changed


def _list_for(register: type[Part], part: type[Part]) -> str:
    for name, held in collections(register).items():
        if issubclass(part, held):
            return name
    raise UnknownEntry(f"a register holds no {part.__name__} by itself; put it into the entry it belongs to")


def on_day(register: Register, on: date) -> dict[str, Any]:
    """A register's fields as they stood on a day: what does not hold is left out, and nothing names it any more."""
    activities = {one.key for one in register.activities if one.holds(on)}
    kept = {"activity": activities, "agreement": set[str]()}
    holders = (*register.activities, *register.general)
    # without the ended agreement it names, a flow would rest on whatever else is between the two
    named = {
        key
        for holder in holders
        if _stands(holder, on, kept)
        for flow in holder.flows
        if flow.holds(on)
        for key in flow.agreements
    }
    kept["agreement"] = {
        one.key
        for one in register.agreements
        if (one.holds(on) or one.key in named) and (not one.covers or activities & set(one.covers))
    }
    return _on_day(register, on, kept)


def _on_day(part: Part, on: date, kept: Mapping[str, set[str]]) -> dict[str, Any]:
    found = fields(part)
    for spec in specs(type(part)).values():
        held = found.get(spec.name)
        if isinstance(held, Part):
            found[spec.name] = _on_day(held, on, kept) if _stands(held, on, kept) else None
        if not isinstance(held, tuple):
            continue
        if spec.refers and spec.refers.kind in kept:
            found[spec.name] = tuple(key for key in held if key in kept[spec.refers.kind])
        elif spec.part:
            found[spec.name] = tuple(_on_day(one, on, kept) for one in held if _stands(one, on, kept))
    return found


def _stands(part: Part, on: date, kept: Mapping[str, set[str]]) -> bool:
    if not isinstance(part, Entry) or isinstance(part, STAY):
        return True
    if isinstance(part, Keyed) and part.noun in kept:
        return part.key in kept[part.noun]
    if isinstance(part, Keyed):
        return True
    covered = getattr(part, "activities", ())
    return part.holds(on) and (not covered or bool(kept["activity"] & set(covered)))
