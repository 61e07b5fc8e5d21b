"""Which entries of several registers are one: parties by number (by name only where that is asked), sources by content."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ropa.model import Party, Register, Source
from ropa.model.number import Number, contradict, numbers_of
from ropa.model.text import sayings

Member = tuple[int, Any]
"""The number of a register, from zero, and an entry of it."""
Tokens = frozenset[Any]
"""What an entry is recognised by."""

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(slots=True, eq=False)
class Group:
    """Entries of several registers that become one, at most one of each register."""

    members: list[Member]
    tokens: set[Any] = field(default_factory=set)
    by_name: bool = False
    """Whether only a name unites some of them."""

    @property
    def shared(self) -> tuple[Any, ...]:
        """What more than one of the members is recognised by."""
        held = [recognised(entry) for _, entry in self.members]
        return tuple(sorted(token for token in self.tokens if sum(token in one for one in held) > 1))

    def fits(self, other: Group) -> bool:
        """Whether the two can be one: not from one register, which told them apart, and no numbers that contradict."""
        mine, theirs = ({number for number, _ in one.members} for one in (self, other))
        return not mine & theirs and not contradict([_numbers(self), _numbers(other)])

    def take(self, other: Group) -> None:
        """Makes the other one's members this one's."""
        self.members = sorted((*self.members, *other.members), key=lambda one: one[0])
        self.tokens |= other.tokens
        self.by_name |= other.by_name


@dataclass(frozen=True, slots=True)
class Alike:
    """Groups that bear one name and are not one, and why: `no-number`, `other-numbers`, `same-register` …"""

    name: str
    groups: tuple[Group, ...]
    why: str


def recognised(entry: Any) -> Tokens:
    """What an entry is recognised by in another register: a party by its numbers, a source by the sum of its bytes."""
    if isinstance(entry, Party):
        return frozenset() if entry.named is False else numbers_of(entry)
    if isinstance(entry, Source):
        found = (entry.sha256 or "").strip().lower()
        return frozenset({("sha256", found)}) if _SHA256.fullmatch(found) else frozenset()
    return frozenset()


def groups_of(registers: Sequence[Register], name: str) -> list[Group]:
    """The entries of one list of all registers, in order, those of one number together."""
    everyone = [
        Group([(number, entry)], set(recognised(entry)))
        for number, register in enumerate(registers)
        for entry in getattr(register, name)
    ]
    return _united(everyone, _linked(everyone))


def _united(everyone: list[Group], linked: Iterable[list[Group]]) -> list[Group]:
    """Each set of linked entries as one group, or as several where not all of them can be one."""
    gone: set[int] = set()
    for together in linked:
        left = list(together)
        at = 0
        while at < len(left):
            later = next((one for one in left[at + 1 :] if _links(left[at], one)), None)
            if later is None:
                at += 1
                continue
            left[at].take(later)
            gone.add(id(later))
            left = [one for one in left if one is not later]
            at = 0  # it is recognised by more now, perhaps by what an earlier one is
    return [one for one in everyone if id(one) not in gone]


def _links(one: Group, other: Group) -> bool:
    return bool(one.tokens & other.tokens) and one.fits(other)


def _linked(everyone: Sequence[Group]) -> list[list[Group]]:
    """Entries that are linked by what they are recognised by, directly or through others; only sets of several."""
    root: dict[int, int] = {}

    def find(at: int) -> int:
        while root.setdefault(at, at) != at:
            root[at] = at = root[root[at]]
        return at

    first: dict[Any, int] = {}
    for at, one in enumerate(everyone):
        for token in one.tokens:
            low, high = sorted((find(first.setdefault(token, at)), find(at)))
            root[high] = low
    sets: dict[int, list[Group]] = {}
    for at, one in enumerate(everyone):
        if one.tokens:
            sets.setdefault(find(at), []).append(one)
    return [one for one in sets.values() if len(one) > 1]


def by_names(groups: list[Group]) -> list[Group]:
    """The same groups of parties, those of equal names united where nothing contradicts and nothing is open."""
    gone: set[int] = set()
    for together in _namesakes(groups, lambda party: sayings(party.name)).values():
        left = [one for one in together if id(one) not in gone]
        if len(left) > 1 and _why(left) in ("no-number", "not-comparable"):
            for other in left[1:]:
                left[0].take(other)
                gone.add(id(other))
            left[0].by_name = True
    return [one for one in groups if id(one) not in gone]


def alike(groups: Sequence[Group]) -> Iterator[Alike]:
    """The names that entries of different registers bear and that do not unite them; a key where there is no name."""
    told: set[tuple[int, ...]] = set()
    for name, together in _namesakes(groups, lambda party: sayings(party.name) or (party.key,)).items():
        marks = tuple(sorted(id(one) for one in together))
        if len({number for one in together for number, _ in one.members}) < 2 or marks in told:
            continue
        told.add(marks)
        yield Alike(name, tuple(together), _why(together))
    for together in _numbered_alike(groups):
        marks = tuple(sorted(id(one) for one in together))
        if marks not in told:
            told.add(marks)
            yield Alike(_name(together[0]), tuple(together), _why(together))


def _numbered_alike(groups: Iterable[Group]) -> Iterator[list[Group]]:
    """Groups of different registers that a number would unite."""
    found: dict[Any, list[Group]] = {}
    for group in groups:
        for token in sorted(group.tokens):
            found.setdefault(token, []).append(group)
    for held in found.values():
        if len({number for group in held for number, _ in group.members}) > 1 and len(held) > 1:
            yield held


def _namesakes(groups: Iterable[Group], names: Callable[[Party], Iterable[str]]) -> dict[str, list[Group]]:
    """Groups by each name that several bear, as the first of them writes it."""
    found: dict[str, list[Group]] = {}
    spelled: dict[str, str] = {}
    for group in groups:
        for _, party in group.members:
            for name in names(party):
                folded = " ".join(name.casefold().split())
                held = found.setdefault(folded, [])
                if folded and group not in held:
                    held.append(group)
                spelled.setdefault(folded, name)
    return {spelled[folded]: held for folded, held in found.items() if len(held) > 1}


def _why(together: Sequence[Group]) -> str:
    """What keeps groups apart that bear one name or number."""
    if any(_is_category(one) for one in together):
        return "category"
    if contradict([_numbers(one) for one in together], name_only=True):
        return "other-numbers"
    registers = [number for one in together for number, _ in one.members]
    if len(registers) > len(set(registers)):
        return "same-register"
    return "not-comparable" if all(_numbers(one) for one in together) else "no-number"


def _is_category(group: Group) -> bool:
    return any(party.named is False for _, party in group.members)


def _name(group: Group) -> str:
    party = group.members[0][1]
    return next(iter(sayings(party.name)), party.key)


def _numbers(group: Group) -> set[Number]:
    return {token for token in group.tokens if token[0] != "sha256"}
