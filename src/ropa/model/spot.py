"""Paths: how findings, waivers and evidence point at an entry, and what a path points at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ropa.errors import UnknownEntry
from ropa.model.flow import Flow
from ropa.model.part import Entry, Part
from ropa.model.spec import specs


def _own(entry: Any) -> str | None:
    """What an entry is called among its neighbours: its key; a flow also by its one recipient."""
    if isinstance(entry, str):
        return entry
    if isinstance(entry, Entry) and entry.key:
        return entry.key
    return entry.recipient[0] if isinstance(entry, Flow) and len(entry.recipient) == 1 else None


def segments(entries: Sequence[Any]) -> tuple[str, ...]:
    """The last step of the path of each entry in a list: its name where that is its own, else its number from one.

    >>> segments((Flow(recipient="loonwijzer"), Flow(recipient="fiscus"), Flow(recipient="fiscus")))
    ('loonwijzer', '2', '3')
    """
    names = [_own(entry) for entry in entries]
    counts: dict[str | None, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return tuple(
        name if name and counts[name] == 1 else str(number) for number, name in enumerate(names, start=1)
    )


def entry_at(root: Part, path: str) -> Part:
    """What a path points at; `UnknownEntry` where it is nothing."""
    value: Any = root
    for step in path.split(".") if path else ():
        value = _step(value, step, path)
    if not isinstance(value, Part):
        raise UnknownEntry(f"{path!r} points at a value, not at an entry")
    return value


def _step(value: Any, step: str, path: str) -> Any:
    if isinstance(value, Part):
        spec = specs(type(value)).get(step)
        found = getattr(value, spec.name) if spec else None
    elif isinstance(value, tuple):
        found = dict(zip(segments(value), value, strict=True)).get(step)
        if found is None and step.isdecimal() and 0 < int(step) <= len(value):
            found = value[int(step) - 1]
    else:
        found = None
    if found is None:
        raise UnknownEntry(f"nothing in the register stands at {path!r} (it ends before {step!r})")
    return found
