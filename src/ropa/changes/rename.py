"""Entries that only got another key: found first, so that whatever names them is not taken for changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, TypeVar

from ropa.changes.content import EMPTY, content, of_fields
from ropa.model import Keyed, Part, Register
from ropa.model.index import collections
from ropa.model.spec import Spec, specs

CALLED = {
    "source": ("title",),
    "party": ("name",),
    "system": ("name",),
    "measure": ("text",),
    "interest": ("text",),
    "activity": ("name",),
    "agreement": ("kind", "name", "between"),
}
"""What each kind of entry is called beside its key. Parties come before those that name them."""

P = TypeVar("P", bound=Part)


class Renames:
    """The keys of an old register that are others in a new one, by kind of entry."""

    def __init__(self, keys: Mapping[str, Mapping[str, str]]) -> None:
        self.keys = {noun: dict(named) for noun, named in keys.items() if named}

    def key(self, noun: str, key: str) -> str:
        """What a key is called now."""
        return self.keys.get(noun, {}).get(key, key)

    def part(self, part: P) -> P:
        """A part of the old register as it would name things in the new one; the very same where nothing is renamed."""
        if not self.keys:
            return part
        changed = {}
        for spec in specs(type(part)).values():
            value = getattr(part, spec.name)
            if value not in EMPTY and (now := self.value(value, spec)) != value:
                changed[spec.name] = now
        if isinstance(part, Keyed) and (key := self.key(part.noun, part.key)) != part.key:
            changed["key"] = key
        return part.model_copy(update=changed) if changed else part

    def value(self, value: Any, spec: Spec) -> Any:
        """A value of a field, likewise."""
        if not self.keys or (spec.part is None and spec.refers is None):
            return value
        if isinstance(value, tuple):
            return tuple(self.value(one, spec) for one in value)
        if isinstance(value, Part):
            return self.part(value)
        if isinstance(value, Mapping) and not isinstance(value, str):
            return {key: self.value(one, spec) for key, one in value.items()}
        return self.key(spec.refers.kind, value) if spec.refers and isinstance(value, str) else value


def renamed(old: Register, new: Register) -> Renames:
    """The entries whose key is another and that are still the same: by what they are called, or by all they say.

    Only what nobody else is called counts: of two alike nobody knows which is which.
    """
    names = {part.noun: name for name, part in collections(type(old)).items() if issubclass(part, Keyed)}
    found = Renames({})
    for noun, called in CALLED.items():
        before, after = getattr(old, names[noun]), getattr(new, names[noun])
        held, holds = {one.key for one in before}, {one.key for one in after}
        gone = [(one.key, found.part(one)) for one in before if one.key not in holds]
        come = [(one.key, one) for one in after if one.key not in held]
        if gone and come and (same := _same(gone, come, called)):
            found.keys[noun] = same
    return found


_Keyed = Sequence[tuple[str, Keyed]]


def _same(gone: _Keyed, come: _Keyed, called: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for by_all in (False, True):
        taken = set(found.values())
        before = _alone([one for one in gone if one[0] not in found], called, by_all)
        after = _alone([one for one in come if one[0] not in taken], called, by_all)
        found |= {key: after[word] for word, key in before.items() if word in after}
    return found


def _alone(entries: _Keyed, called: tuple[str, ...], by_all: bool) -> dict[Hashable, str]:
    """What one entry says and no other, with its key: what it is called, or all else it says."""
    said = [(_all_of(one, called) if by_all else of_fields(one, called), key) for key, one in entries]
    times = Counter(word for word, _ in said)
    return {word: key for word, key in said if word is not None and times[word] == 1}


def _all_of(one: Keyed, called: tuple[str, ...]) -> Hashable | None:
    leave = ("key", *called)
    says = any(getattr(one, name) not in EMPTY for name in type(one).model_fields if name not in leave)
    return content(one, leave) if says else None
