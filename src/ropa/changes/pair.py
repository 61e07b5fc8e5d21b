"""Which entry of the new register is which of the old one: by key, by what they say, by what tells them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ropa.changes.content import content, of_fields
from ropa.model import Entry, Part, Purpose
from ropa.model.text import sayings

TOLD_APART: dict[str, tuple[tuple[str, ...], ...]] = {
    "Flow": (("sender", "recipient", "role"), ("sender", "recipient"), ("recipient", "role"), ("recipient",)),
    "Retention": (("covers", "starts", "when", "where"), ("covers", "starts"), ("covers",), ("period", "criterion")),
    "LegalBasis": (("basis", "law", "interest", "when"), ("basis", "law"), ("basis",)),
    "SpecialGround": (("ground", "law"), ("ground",)),
    "Measure": (("text", "by"), ("text",)),
    "Cookie": (("name", "kind"), ("name",), ("kind", "set_by")),
    "Commitment": (("kind", "text"), ("kind",)),
    "Exercise": (("right", "channels"), ("right",)),
    "Registration": (("scheme", "number"), ("scheme",)),
    "Certification": (("scheme", "number"), ("scheme",)),
    "DeclaredTransfer": (("countries", "when"), ("countries",)),
    "Storage": (("countries", "systems"), ("systems",), ("countries",)),
    "General": (("activities",),),
    "Notice": (("title", "language"), ("title",)),
    "Observation": (("at", "text"), ("text",), ("at",)),
    "Waiver": (("rule", "at"), ("rule",)),
    "LeftOut": (("source", "at"), ("at",)),
}  # fmt: skip
"""By which fields entries without a key are found again: the narrowest first. Other kinds by their identity only."""

OVERLAP: dict[str, tuple[tuple[str, ...], str]] = {
    "Flow": (("sender", "role"), "recipient"),
    "Retention": ((), "covers"),
    "Exercise": ((), "right"),
}
"""Lists of which one value in common is enough, where these fields agree: a recipient is added to a flow."""

IN_ORDER = ("Retention", "Exercise", "DeclaredTransfer", "Storage", "General", "Notice")
"""What is left of these is paired in the order of the lists: nothing better tells them apart."""
ALONE = ("LegalBasis", "SpecialGround")
"""Of these only the last one on either side is taken to have become the other."""
ALIKE = 0.5
"""How many of their words two purposes share that are the same purpose in other words."""
MOST_ALIKE = 1_000
"""Pairs of texts up to which words are compared."""


class Pairs(NamedTuple):
    """Which entries belong together, by their places in the two lists, and which stand alone."""

    both: list[tuple[int, int]]
    gone: list[int]
    come: list[int]


def paired(old: Sequence[Part], new: Sequence[Part], kind: type[Part]) -> Pairs:
    """The entries of two lists held together. The other way round it gives the same pairs."""
    found = _Pairing(old, new)
    found.by(lambda one: getattr(one, "key", None) or None)
    if found.left:
        found.by(content)
    for names in _fields_of(kind):
        if found.left:
            found.by(lambda one, names=names: of_fields(one, names))  # type: ignore[misc]
    if found.left and kind.__name__ in OVERLAP:
        found.overlapping(*OVERLAP[kind.__name__])
    if found.left and kind is Purpose:
        found.alike()
    if found.left:
        found.rest(kind.__name__)
    return Pairs(sorted(found.both, key=lambda pair: pair[1]), found.gone, found.come)


@cache
def _fields_of(kind: type[Part]) -> tuple[tuple[str, ...], ...]:
    own: tuple[str, ...] = kind.identity if issubclass(kind, Entry) else ()
    return TOLD_APART.get(kind.__name__) or ((own,) if own else ())


class _Pairing:
    """Pairs as far as they are found; what is left is looked at in other ways."""

    def __init__(self, old: Sequence[Part], new: Sequence[Part]) -> None:
        self.old, self.new = old, new
        self.both: list[tuple[int, int]] = []
        self.gone, self.come = [*range(len(old))], [*range(len(new))]

    @property
    def left(self) -> bool:
        """Whether anything is left to pair on both sides."""
        return bool(self.gone and self.come)

    def take(self, found: Iterable[tuple[int, int]]) -> None:
        """These belong together."""
        self.both += (taken := list(found))
        old, new = {one for one, _ in taken}, {one for _, one in taken}
        self.gone = [one for one in self.gone if one not in old]
        self.come = [one for one in self.come if one not in new]

    def by(self, says: Callable[[Part], Hashable | None]) -> None:
        """Those that say the same, the first with the first."""
        places: dict[Hashable, list[int]] = {}
        for at in reversed(self.gone):
            if (word := says(self.old[at])) is not None:
                places.setdefault(word, []).append(at)
        words = ((says(self.new[at]), at) for at in self.come)
        self.take([(places[word].pop(), at) for word, at in words if places.get(word)])

    def overlapping(self, alike: tuple[str, ...], many: str) -> None:
        """Those whose lists have a value in common, value by value."""
        old, new = (
            self._values(held, left, alike, many)
            for held, left in ((self.old, self.gone), (self.new, self.come))
        )
        for word in sorted(old.keys() & new.keys(), key=lambda word: repr(word[1])):
            gone, come = set(self.gone), set(self.come)
            befores = [at for at in old[word] if at in gone]
            afters = [at for at in new[word] if at in come]
            self.take(zip(befores, afters, strict=False))

    def _values(
        self, held: Sequence[Part], left: Iterable[int], alike: tuple[str, ...], many: str
    ) -> dict[tuple[Hashable, Hashable], list[int]]:
        found: dict[tuple[Hashable, Hashable], list[int]] = {}
        for at in left:
            for value in dict.fromkeys(content(one) for one in getattr(held[at], many)):
                found.setdefault((of_fields(held[at], alike), value), []).append(at)
        return found

    def alike(self) -> None:
        """Texts that share most of their words, the most alike first."""
        if len(self.gone) * len(self.come) > MOST_ALIKE:
            return
        old, new = (
            {at: _words(held[at]) for at in left}
            for held, left in ((self.old, self.gone), (self.new, self.come))
        )
        shares = sorted(
            (-_share(old[one], new[other]), one + other, one, other) for one in old for other in new
        )
        used: set[tuple[str, int]] = set()
        for share, _, one, other in shares:
            if -share >= ALIKE and not used & {("old", one), ("new", other)}:
                used |= {("old", one), ("new", other)}
                self.take([(one, other)])

    def rest(self, kind: str) -> None:
        """What nothing tells apart: in order, or where one is left on either side."""
        if kind in IN_ORDER or (kind in ALONE and len(self.gone) == len(self.come) == 1):
            self.take(list(zip(self.gone, self.come, strict=False)))


def _words(part: Part) -> frozenset[str]:
    said = sayings(part.text) if isinstance(part, Purpose) else ()
    return frozenset(word for one in said for word in re.findall(r"\w+", one[:1000].casefold()))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
