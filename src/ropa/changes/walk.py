"""Two registers held together, field by field: everything that is not the same, before it is given a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ropa.changes.content import EMPTY, content
from ropa.changes.lasting import alike
from ropa.changes.pair import paired
from ropa.changes.rename import Renames
from ropa.fields import FieldCard, cards
from ropa.model import Part, Register
from ropa.model.spec import Spec, specs
from ropa.model.spot import segments

TOGETHER = frozenset({
    ("Flow", "personal_data"), ("Flow", "data_subjects"), ("Flow", "agreements"), ("Flow", "customers"),
    ("Retention", "covers"), ("Agreement", "covers"), ("General", "activities"), ("Item", "subjects"),
    ("Agreement", "authorised"), ("Entry", "evidence"),
})  # fmt: skip
"""Lists that mean something as a whole: an empty one stands for everything, or what stands in it is told together."""
EACH = frozenset({("Flow", "recipient")})
"""Lists of which one value never becomes another: one party goes, another one comes."""


@dataclass(frozen=True, slots=True)
class Step:
    """An entry on the way to a difference, as it was and as it is; one of the two is None where it stands alone."""

    card: FieldCard
    before: Part | None
    after: Part | None
    was: str
    """Its path in the old register."""
    where: str
    """Its path in the new one."""

    @property
    def part(self) -> Part:
        """The entry as it is, or as it was."""
        found = self.after or self.before
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, or one value or entry in it, that is not the same."""

    trail: tuple[Step, ...]
    """The entries it stands in, from the outside in; empty for the register itself."""
    card: FieldCard | None
    """The field; None for a key of one's own."""
    name: str
    """The key of the field."""
    before: Any
    after: Any
    where: str
    """The path of the entry it stands in; of the entry itself where that came or went."""
    rank: tuple[int, int] = (-1, 0)
    """Where it stands in the register: the list, and the entry in it."""


class Walk:
    """A walk over two registers, with what is called otherwise in the new one."""

    def __init__(self, renames: Renames) -> None:
        self.renames = renames
        self.rank = (-1, 0)

    def registers(self, old: Register, new: Register) -> Iterator[Difference]:
        """Every difference, in the order of the new register; in each list what is gone comes last."""
        yield from self._parts(old, new, ())

    def _parts(self, old: Part, new: Part, trail: tuple[Step, ...]) -> Iterator[Difference]:
        for number, (spec, card) in enumerate(_fields(type(new))):
            before, after = getattr(old, spec.name), getattr(new, spec.name)
            if before is after or before == after:
                continue
            if not trail:
                self.rank = (number, 0)
            yield from self._field(before, after, spec, card, trail)
        yield from self._own(old, new, trail)

    def _field(
        self, before: Any, after: Any, spec: Spec, card: FieldCard, trail: tuple[Step, ...]
    ) -> Iterator[Difference]:
        whole = spec.one_of or (card.owner, card.key) in TOGETHER
        if spec.name == "absences":
            yield from self._absences(before, after, card, trail)
        elif spec.part and spec.many and not whole:
            yield from self._entries(before, after, spec.part, card, trail)
        elif isinstance(before, Part) and isinstance(after, Part):
            was, where = (_path(trail, card.key, old=old) for old in (True, False))
            yield from self._parts(before, after, (*trail, Step(card, before, after, was, where)))
        elif spec.many and not whole:
            yield from self._values(before, after, spec, card, trail)
        elif content(self.renames.value(before, spec)) != content(after) and not (
            card.period and alike(before, after)
        ):
            yield self._told(trail, card, _said(before), _said(after))

    def _entries(
        self,
        old: tuple[Part, ...],
        new: tuple[Part, ...],
        kind: type[Part],
        card: FieldCard,
        trail: tuple[Step, ...],
    ) -> Iterator[Difference]:
        found = paired([self.renames.part(one) for one in old], new, kind)
        was, where = segments(old), segments(new)
        both = {now: then for then, now in found.both}
        for now, (after, end) in enumerate(zip(new, where, strict=True)):
            self._at(now, trail)
            place = f"{_path(trail, card.key)}.{end}"
            if now not in both:
                yield self._told(trail, card, None, after, place)
                continue
            before = old[both[now]]
            if before is after or before == after:
                continue
            step = Step(card, before, after, f"{_path(trail, card.key, old=True)}.{was[both[now]]}", place)
            yield from self._parts(before, after, (*trail, step))
        for then in found.gone:
            self._at(len(new) + then, trail)
            yield self._told(trail, card, old[then], None, f"{_path(trail, card.key, old=True)}.{was[then]}")

    def _at(self, number: int, trail: tuple[Step, ...]) -> None:
        if not trail:
            self.rank = (self.rank[0], number)

    def _values(
        self, old: tuple[Any, ...], new: tuple[Any, ...], spec: Spec, card: FieldCard, trail: tuple[Step, ...]
    ) -> Iterator[Difference]:
        then = [(content(self.renames.value(one, spec)), one) for one in old]
        now = [(content(one), one) for one in new]
        gone, come = _without(then, now), _without(now, then)
        if len(gone) == len(come) == 1 and (card.owner, card.key) not in EACH:
            yield self._told(trail, card, gone[0], come[0])
            return
        for one in come:
            yield self._told(trail, card, None, one)
        for one in gone:
            yield self._told(trail, card, one, None)

    def _absences(
        self, old: Mapping[str, Part], new: Mapping[str, Part], card: FieldCard, trail: tuple[Step, ...]
    ) -> Iterator[Difference]:
        for name in dict.fromkeys((*new, *old)):
            if old.get(name) != new.get(name):
                told = self._told(trail, card, old.get(name), new.get(name))
                yield Difference(told.trail, card, name, told.before, told.after, told.where, told.rank)

    def _own(self, old: Part, new: Part, trail: tuple[Step, ...]) -> Iterator[Difference]:
        before, after = old.__pydantic_extra__ or {}, new.__pydantic_extra__ or {}
        for name in dict.fromkeys((*after, *before)):
            if name not in before or name not in after or before[name] != after[name]:
                where = trail[-1].where if trail else ""
                rank = self.rank if trail else (-1, 0)
                yield Difference(trail, None, name, before.get(name), after.get(name), where, rank)

    def _told(
        self, trail: tuple[Step, ...], card: FieldCard, before: Any, after: Any, where: str | None = None
    ) -> Difference:
        place = where if where is not None else trail[-1].where if trail else ""
        return Difference(trail, card, card.key, before, after, place, self.rank)


@cache
def _fields(part: type[Part]) -> tuple[tuple[Spec, FieldCard], ...]:
    known = {one.key: one for one in cards(part)}
    return tuple((spec, known[key]) for key, spec in specs(part).items())


def _path(trail: tuple[Step, ...], key: str, *, old: bool = False) -> str:
    if not trail:
        return key
    return f"{trail[-1].was if old else trail[-1].where}.{key}"


def _said(value: Any) -> Any:
    return None if value in EMPTY else value


def _without(some: list[tuple[Any, Any]], others: list[tuple[Any, Any]]) -> list[Any]:
    """What stands in some and not in the others, as often as it does."""
    times = Counter(word for word, _ in others)
    left = []
    for word, one in some:
        if times[word] > 0:
            times[word] -= 1
        else:
            left.append(one)
    return left
