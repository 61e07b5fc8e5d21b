"""Which key each entry has in the joined register: the first one's, unless somebody else has it already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ropa.model import Interest, Register, SharedMeasure
from ropa.model.index import collections
from ropa.model.part import Keyed
from ropa.unite.group import Group, by_names, groups_of
from ropa.unite.rewrite import Keys, Rewriter, fresh

WORDS_ONLY = (SharedMeasure, Interest)
"""Entries that are nothing but what they say: two that say the same under one key are one."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """An entry whose key somebody else has in the joined register."""

    kind: str
    register: int
    """From which register, counted from one."""
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Named:
    """What becomes one, and what it is called."""

    groups: Mapping[str, Sequence[Group]]
    """By the name of the list."""
    rewriters: tuple[Rewriter, ...]
    renamed: tuple[Renamed, ...]


def keyed() -> dict[str, type[Keyed]]:
    """The lists of a register whose entries have keys."""
    return {name: part for name, part in collections(Register).items() if issubclass(part, Keyed)}


def named(registers: Sequence[Register], *, by_name: bool, language: str) -> Named:
    """Groups the entries of several registers, and gives each group its key."""
    groups = {name: groups_of(registers, name) for name in keyed()}
    if by_name:
        groups["parties"] = by_names(groups["parties"])
    keys = [_own_keys(register) for register in registers]
    free = _free(registers, keys, language) if len(registers) > 1 else {}
    renamed: list[Renamed] = []
    for name, part in keyed().items():
        if part in WORDS_ONLY:
            rewriters = [Rewriter(one, own, language) for one, own in zip(registers, keys, strict=True)]
            groups[name] = _equal_ones(groups[name], rewriters)
        renamed += _give_keys(part, groups[name], keys, free.get(part.noun, {}))
    first = groups["sources"][0] if groups["sources"] else None
    return Named(
        groups,
        tuple(
            Rewriter(one, own, language, _source(one, own, first))
            for one, own in zip(registers, keys, strict=True)
        ),
        tuple(renamed),
    )


def _own_keys(register: Register) -> dict[str, dict[str, str]]:
    return {
        part.noun: {one.key: one.key for one in getattr(register, name)} for name, part in keyed().items()
    }


def _source(register: Register, keys: Keys, first: Group | None) -> str | None:
    """What to write where evidence names no source: nothing where the register's first source stays the first."""
    own = register.sources[0] if register.sources else None
    if own is None or first is None or any(entry is own for _, entry in first.members):
        return None
    return keys["source"][own.key]


def _free(
    registers: Sequence[Register], keys: Sequence[Keys], language: str
) -> dict[str, dict[str, set[int]]]:
    """For each kind the plain texts that stand where a key could, with the registers that say them."""
    found: dict[str, dict[str, set[int]]] = {}
    for number, (register, own) in enumerate(zip(registers, keys, strict=True)):
        for kind, text in Rewriter(register, own, language).free(register):
            found.setdefault(kind, {}).setdefault(text, set()).add(number)
    return found


def _equal_ones(groups: Sequence[Group], rewriters: Sequence[Rewriter]) -> list[Group]:
    """The same groups, equal entries of one key as one."""
    found: list[Group] = []
    by_key: dict[str, Group] = {}
    for group in groups:
        [(number, entry)] = group.members
        home = by_key.get(entry.key)
        stays = not entry.evidence and rewriters[number].entry(entry) == entry
        if home is not None and stays and _same_words(home, number, entry):
            home.take(group)
            continue
        if stays:
            by_key.setdefault(entry.key, group)
        found.append(group)
    return found


def _same_words(home: Group, number: int, entry: Any) -> bool:
    return home.members[0][1] == entry and all(at != number for at, _ in home.members)


def _give_keys(
    part: type[Keyed],
    groups: Iterable[Group],
    keys: Sequence[dict[str, dict[str, str]]],
    free: Mapping[str, set[int]],
) -> list[Renamed]:
    """Gives each group a key; the first comes first, and nobody gets a key that somebody else brought."""
    brought = {key for own in keys for key in own[part.noun]}
    taken = brought | free.keys()
    given: set[str] = set()
    renamed = []
    for group in groups:
        key = group.members[0][1].key
        numbers = {number for number, _ in group.members}
        if key in given or free.get(key, numbers) - numbers:
            key = fresh(key, taken)
        given.add(key)
        taken.add(key)
        for number, entry in group.members:
            keys[number][part.noun][entry.key] = key
            if entry.key != key:
                renamed.append(Renamed(part.noun, number + 1, entry.key, key))
    return renamed
