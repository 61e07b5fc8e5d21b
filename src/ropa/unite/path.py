"""Paths of waivers and observations, in the joined register: what they point at may have another name there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ropa.model import LeftOut, Observation, Part, Register, Waiver
from ropa.model.index import collections
from ropa.model.spec import specs
from ropa.model.spot import loc_of, segments
from ropa.unite.merge import same

ABOUT_OTHERS = (Observation, Waiver, LeftOut)
"""What people say of other entries: nothing is found in it."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the entries of one register stand in the joined one."""

    register: Register
    lists: Mapping[str, tuple[Any, ...]]
    """The register's entries as they were rewritten."""
    joined: Mapping[str, tuple[Any, ...]]
    """The entries of the joined register."""
    places: Mapping[tuple[str, int], int]
    """List and place in the register → place in the joined one."""
    ends: dict[str, tuple[str, ...]]
    """The last steps of the paths of the joined lists, as far as they were asked for: worked out once for all registers."""

    def moved(self, path: str) -> str:
        """The same path in the joined register, as far as it can be followed; the rest of it as it was."""
        loc = loc_of(self.register, path)
        words = path.split(".")
        used = next(
            number
            for number in range(len(words) + 1)
            if loc_of(self.register, ".".join(words[:number])) == loc
        )
        return ".".join((*self._steps(loc), *words[used:]))

    def everywhere(self) -> Iterator[str]:
        """The paths of all entries of the register that something can be found in."""
        for name, part in collections(Register).items():
            if part not in ABOUT_OTHERS:
                yield from self.all_of(name)

    def all_of(self, name: str) -> Iterator[str]:
        """The paths of all entries of one of its lists."""
        ends = self._ends(name)
        for at in range(len(self.lists[name])):
            yield f"{name}.{ends[self.places[name, at]]}"

    def _ends(self, name: str) -> tuple[str, ...]:
        if name not in self.ends:
            self.ends[name] = segments(self.joined[name])
        return self.ends[name]

    def _steps(self, loc: Sequence[str | int]) -> Iterator[str]:
        old: Any = self.lists
        new: Any = self.joined
        name = ""
        for step in loc:
            if isinstance(step, str):
                yield (name := step)
                if step not in self.lists and old is self.lists:
                    return  # a field of the register itself, and nothing in it
                old, new = _held(old, step), _held(new, step)
                continue
            if new is self.joined.get(name):
                at = self.places[name, step]
                yield self._ends(name)[at]
            else:
                at = _place(old, new, step)
                yield segments(new)[at]
            old, new = old[step], new[at]


def _held(value: Any, name: str) -> Any:
    return getattr(value, specs(type(value))[name].name) if isinstance(value, Part) else value[name]


def _place(old: Sequence[Any], new: Sequence[Any], at: int) -> int:
    """Where an entry of a list stands in the list that was made of that and another."""
    if len(old) == len(new):
        return at
    wanted = old[at]
    exact = next((place for place, one in enumerate(new) if one == wanted), None)
    if exact is not None:
        return exact
    return next((place for place, one in enumerate(new) if same(one, wanted)), min(at, len(new) - 1))


def is_list(path: str) -> bool:
    """Whether a path names a whole list of a register."""
    return path in collections(Register)
