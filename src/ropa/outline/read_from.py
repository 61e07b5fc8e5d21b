"""How much of a register is read from its sources: all of it, a part, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ropa.model import Activity, General, Part, Register, Source
from ropa.model.spec import specs
from ropa.model.spot import segments
from ropa.tracing.stated import OF_THE_REGISTER, Stated, stated

FACTS: tuple[type[Part], ...] = (Activity, General)
"""What a register consists of: where all of these rest on a source, all of the register is read from it."""


@dataclass(frozen=True, slots=True)
class Rested:
    """An entry at the top of a register, with what it and all that stands in it rest on."""

    kind: type[Part]
    entry: Part
    sources: frozenset[str]
    """The sources that something in it rests on."""
    whole: bool
    """Whether every value in it has evidence."""


@dataclass(frozen=True, slots=True)
class ReadFrom:
    """What of a register rests on which of its sources."""

    sources: tuple[Source, ...]
    """Those that an entry rests on, in their order; a source may be listed that nothing rests on."""
    rested: tuple[Rested, ...]
    """The entries that rest on a source, themselves or by what stands in them."""
    whole: bool
    """Whether every activity, and all that is said in general, rests on a source with every value."""


def read_from(register: Register, activities: Collection[str] | None = None) -> ReadFrom:
    """What of a register rests on its sources; with `activities`, only of what is said of those and in general.

    >>> told = {"sources": {"key": "s"}, "activities": [{"key": "a", "evidence": "L1"}, {"key": "b", "name": "B"}]}
    >>> found = read_from(Register.of(told))
    >>> [one.entry.key for one in found.rested], found.whole, read_from(Register.of(told), ["a"]).whole
    (['a'], False, True)
    """
    every: tuple[Rested, ...] = register.kept(("ropa.outline", "rested"), lambda: tuple(_rested(register)))
    held = [one for one in every if not _is_left(one.entry, activities)]
    found = tuple(one for one in held if one.sources)
    facts = [one for one in held if one.kind in FACTS] or held
    named: frozenset[str] = frozenset().union(*(one.sources for one in found))
    return ReadFrom(
        tuple(one for one in register.sources if one.key in named),
        found,
        bool(found) and all(one.whole and one.sources for one in facts),
    )


def _is_left(entry: Part, activities: Collection[str] | None) -> bool:
    return isinstance(entry, Activity) and activities is not None and entry.key not in activities


def _rested(register: Register) -> Iterator[Rested]:
    """The entries at the top of a register that are facts of the organisation, in the order of the model."""
    if not register.sources:
        return
    first = register.sources[0].key
    within: dict[str, list[Stated]] = {}
    at = ""
    tops = dict(_tops(register))
    for one in stated(register):  # an entry comes before what stands in it
        at = one.path if one.path in tops else at
        within.setdefault(at, []).append(one)
    for path, (kind, entry) in tops.items():
        if path.split(".")[0] in OF_THE_REGISTER:
            continue
        held = within.get(path, [])
        named = frozenset(place.source or first for one in held for place in one.evidence)
        yield Rested(kind, entry, named, not any(one.bare for one in held))


def _tops(register: Register) -> Iterator[tuple[str, tuple[type[Part], Part]]]:
    for name, spec in specs(Register).items():
        held = getattr(register, spec.name)
        if spec.part and isinstance(held, tuple):
            for end, entry in zip(segments(held), held, strict=True):
                yield f"{name}.{end}", (spec.part, entry)
