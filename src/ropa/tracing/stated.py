"""What a register states: every piece of evidence in it, and every value that has none.

A value has evidence where its entry has some for it, or where what the entry stands in has. It needs none where it
says nothing of the world: how the register is kept (its format, language, version, holder as a reference, keys,
remarks, days of review), where it comes from (sources, what is left out), and what a person wrote on reading it
(observations, waivers). That nothing is there, or that it does not apply, is stated; that nobody knows is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ropa.model import Entry, Evidence, Part, Register
from ropa.model.spec import specs
from ropa.model.spot import segments

OF_THE_REGISTER = frozenset({"sources", "observations", "waivers", "left_out"})
"""What stands in a register and is no fact of the organisation."""

OF_THE_ENTRY = frozenset({"key", "note", "evidence", "absences", "reviewed"})
"""What stands in an entry and is no fact of the organisation; absences are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one entry states: its evidence, and what of it has none."""

    path: str
    evidence: tuple[Evidence, ...]
    bare: tuple[str, ...]
    """Paths of values without evidence: of the entry itself where it has none at all."""


def stated(register: Register) -> Iterator[Stated]:
    """Every entry of a register, in the order of the model and of the file."""
    for name, spec in specs(Register).items():
        if spec.part and issubclass(spec.part, Part):
            for path, one in _inside(getattr(register, spec.name), name):
                if isinstance(one, Entry):
                    yield from _entry(one, path, name in OF_THE_REGISTER)


def _entry(entry: Entry, path: str, covered: bool) -> Iterator[Stated]:
    whole = covered or any(not one.for_ for one in entry.evidence)
    named = {field for one in entry.evidence for field in one.for_}
    bare: list[str] = []
    inner: list[Stated] = []
    for name, spec in specs(type(entry)).items():
        value = getattr(entry, spec.name)
        if name in OF_THE_ENTRY or value is None or value == ():
            continue
        has = whole or name in named
        here = f"{path}.{name}"
        parts = [(at, one) for at, one in _inside(value, here) if isinstance(one, Entry)]
        for at, one in parts:
            inner += _entry(one, at, has)
        if not parts and not has and not (isinstance(value, Mapping) and not value):
            bare.append(here)
    bare += _absences(entry, path, whole, named)
    yield Stated(path, entry.evidence, tuple(bare if entry.evidence or not bare else [path]))
    yield from inner


def _absences(entry: Entry, path: str, whole: bool, named: set[str]) -> Iterator[str]:
    for field, absence in entry.absences.items():
        if absence.state != "unknown" and not whole and not named & {field, "absences"}:
            yield f"{path}.absences.{field}"


def _inside(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """What stands in a field, each with its path."""
    if isinstance(value, tuple):
        for end, one in zip(segments(value), value, strict=True):
            yield f"{path}.{end}", one
    else:
        yield path, value
