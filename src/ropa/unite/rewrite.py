"""An entry of one register in the words of another: keys, language and source changed wherever the model says they stand."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from ropa.glossary import known
from ropa.model import Evidence, Facts, LeftOut, Measure, Part, Register, SharedMeasure
from ropa.model.part import Entry, Keyed
from ropa.model.period import as_period
from ropa.model.shape import identity_of
from ropa.model.spec import Spec, specs
from ropa.model.text import Frozen, Translations

P = TypeVar("P", bound=Part)
Keys = Mapping[str, Mapping[str, str]]
"""For each kind of entry what its keys become."""


@cache
def is_text(spec: Spec) -> bool:
    """Whether a field takes words, which may be given in several languages."""
    return not spec.mapping and _speaks(spec.owner.model_fields[spec.name].annotation)


def _speaks(annotation: Any) -> bool:
    return get_origin(annotation) is dict or any(
        _speaks(one) for one in get_args(annotation) if not isinstance(one, str)
    )


@cache
def refers_to(spec: Spec) -> str | None:
    """The kind of entry that a field names by key. A measure is named by its text."""
    if spec.refers:
        return spec.refers.kind
    is_measure = issubclass(spec.owner, Measure) and not issubclass(spec.owner, SharedMeasure)
    return SharedMeasure.noun if is_measure and spec.name == Measure.bare else None


@cache
def _or_text(spec: Spec) -> bool:
    return is_text(spec) and refers_to(spec) is not None


@cache
def _told(owner: type[Part]) -> tuple[Spec, ...]:
    """The fields in which something may change."""
    return tuple(spec for spec in specs(owner).values() if spec.part or refers_to(spec) or is_text(spec))


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Rewrites the entries of one register."""

    register: Register
    keys: Keys
    language: str
    """The language that plain texts will be read in."""
    source: str | None = None
    """The key to write where evidence names no source; None where the first source stays the first."""
    named: frozenset[str] = field(init=False)
    """The keys of items, which other fields of the activity name as they would a text."""

    def __post_init__(self) -> None:
        facts = (one for part in (self.register.activities, self.register.general) for one in part)
        object.__setattr__(self, "named", frozenset(_item_keys(facts)))

    def entry(self, one: P) -> P:
        """The same entry, with what it names and says as the other register writes it."""
        changed: dict[str, Any] = {}
        for spec in _told(type(one)):
            value = getattr(one, spec.name)
            if value is None or value == ():
                continue
            new = self._value(value, spec)
            if new != value:
                changed[spec.name] = new
        if self.source and isinstance(one, (Evidence, LeftOut)) and one.source is None:
            changed["source"] = self.source
        if isinstance(one, Keyed):
            changed["key"] = self.keys.get(one.noun, {}).get(one.key, one.key)
        return one.model_copy(update=changed) if changed else one

    def _value(self, value: Any, spec: Spec) -> Any:
        if spec.mapping:
            return type(value)({word: self._single(one, spec) for word, one in value.items()})
        if not isinstance(value, tuple):
            return self._single(value, spec)
        new = tuple(self._single(one, spec) for one in value)
        if spec.refers:
            return tuple(dict.fromkeys(new)) if new != value else value
        return distinct(new, [_identity(one) for one in value]) if new != value else value

    def _single(self, value: Any, spec: Spec) -> Any:
        if isinstance(value, Part):
            return self.entry(value)
        if not isinstance(value, str) or isinstance(value, Translations):
            return value
        kind = refers_to(spec)
        if kind is not None and (not is_text(spec) or spec.part or value in self.keys.get(kind, ())):
            return self.keys.get(kind, {}).get(value, value)
        return self._text(value, spec) if is_text(spec) else value

    def _text(self, value: str, spec: Spec) -> Any:
        stays = (
            self.register.language == self.language
            or not value.strip()
            or (spec.known is not None and value in known(spec.known.vocabulary))
            or (spec.among is not None and value in self.named)
            or (spec.period and as_period(value) is not None)
        )
        return value if stays else Translations({self.register.language: value})

    def free(self, one: Part) -> Iterator[tuple[str, str]]:
        """Texts that stand where a key could and will stay plain: the kind of entry they must not come to name."""
        for spec in _told(type(one)):
            value = getattr(one, spec.name)
            for held in value if isinstance(value, tuple) else (value,):
                if isinstance(held, Part):
                    yield from self.free(held)
                elif isinstance(held, str) and _or_text(spec):
                    kind = refers_to(spec)
                    if kind and held not in self.keys.get(kind, ()) and self._text(held, spec) == held:
                        yield kind, held


def _item_keys(facts: Iterator[Facts]) -> Iterator[str]:
    for one in facts:
        for items in (one.personal_data, one.data_subjects):
            for item in items:
                yield from (item.key,) if item.key else ()


def _identity(one: Any) -> Hashable:
    return identity_of(one, type(one)) if isinstance(one, Entry) else None


def distinct(entries: tuple[Any, ...], before: Sequence[Hashable]) -> tuple[Any, ...]:
    """The same entries; the later of two that were told apart (`before`) and no longer are gets a key of its own."""
    taken = {one.key for one in entries if isinstance(one, Entry) and one.key}
    seen: dict[Hashable, set[Hashable]] = {}
    found = []
    for one, told in zip(entries, before, strict=True):
        identity = None if isinstance(one, Keyed) else _identity(one)
        others = seen.setdefault(identity, set())
        if identity is not None and others and told not in others:
            name = one.key or type(one).__name__.lower()
            key = fresh(name, taken | {name})
            taken.add(key)
            one = one.model_copy(update={"key": key})
        others.add(told)
        found.append(one)
    return tuple(found)


LONGEST = 100
"""Characters in a key."""


def fresh(key: str, taken: Container[str]) -> str:
    """A key that nobody has: the same one, or with the next number behind it.

    >>> fresh("host", {"host", "host-2"})
    'host-3'
    """
    number, found = 1, key
    while found in taken:
        number += 1
        end = f"-{number}"
        found = key[: LONGEST - len(end)] + end
    return found


def told(one: P, **values: Any) -> P:
    """The same entry with values written out that it left open; why they were open goes, for now they are not."""
    if isinstance(one, Entry) and one.absences.keys() & values.keys():
        values["absences"] = Frozen({name: why for name, why in one.absences.items() if name not in values})
    return one.model_copy(update=values)


def within(part: Part) -> Iterator[Part]:
    """A part and every part in it."""
    yield part
    for spec in specs(type(part)).values():
        if spec.part:
            held = getattr(part, spec.name)
            inside = (
                held.values() if isinstance(held, Mapping) else held if isinstance(held, tuple) else (held,)
            )
            for one in inside:
                if isinstance(one, Part):
                    yield from within(one)
