"""A register walked entry by entry, each with its path; what is over is met and not entered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from ropa.model import Activity, Agreement, Entry, Part, Register
from ropa.model.spec import parts, specs
from ropa.model.spot import segments


@dataclass(frozen=True, slots=True)
class Met:
    """A part of a register and where it stands."""

    part: Part
    path: str
    within: Met | None
    """What it stands in."""
    name: str
    """The last step of its path."""

    @property
    def chain(self) -> tuple[Part, ...]:
        """The parts on the way to it, itself included, without the register."""
        return (*self.within.chain, self.part) if self.within else ()


def walk(register: Register, on: date) -> Iterator[Met]:
    """Every part of a register that can name a day, in its order. What stands in an entry that is over is left out."""
    todo = [Met(register, "", None, "")]
    while todo:
        one = todo.pop()
        yield one
        if not is_over(one.part, on):
            todo += reversed([*_inside(one)])


def is_over(part: Part, on: date) -> bool:
    """Whether an entry belongs to the past."""
    if isinstance(part, Agreement) and part.ends and part.ends < on:
        return True
    if isinstance(part, Activity) and part.status == "ended":
        return True
    return isinstance(part, Entry) and bool(part.valid_until and part.valid_until < on)


def _inside(one: Met) -> Iterator[Met]:
    for attribute, key in _holding(type(one.part)):
        value = getattr(one.part, attribute)
        if not value:
            continue
        path = f"{one.path}.{key}".lstrip(".")
        if isinstance(value, Part):
            yield Met(value, path, one, key)
        elif isinstance(value, Mapping):
            named = value.items()
            yield from (Met(part, f"{path}.{name}", one, name) for name, part in named if _is(part))
        elif isinstance(value, tuple):
            ends = zip(segments(value), value, strict=True)
            yield from (Met(part, f"{path}.{end}", one, end) for end, part in ends if _is(part))


def _is(value: Any) -> bool:
    return isinstance(value, Part)


@cache
def _holding(owner: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a part in which parts stand that can name a day."""
    return tuple(
        (spec.name, key) for key, spec in specs(owner).items() if spec.part and _names_a_day(spec.part)
    )


def _names_a_day(part: type[Part]) -> bool:
    return any(spec.day for inner in parts(part) for spec in specs(inner).values())
