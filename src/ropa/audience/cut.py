"""Cuts a register down to what somebody may see: entries, fields and references go wherever the model says they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from ropa.audience.carried import Together
from ropa.audience.customer import Mine
from ropa.audience.reader import Reader
from ropa.model import (
    Absence,
    Activity,
    Agreement,
    Facts,
    Flow,
    General,
    Item,
    Part,
    Party,
    Register,
    Source,
    Subjects,
)
from ropa.model.change import fields
from ropa.model.part import Entry, Keyed
from ropa.model.register import SharedMeasure
from ropa.model.security import Measure
from ropa.model.shape import identity_of
from ropa.model.spec import Spec, specs
from ropa.sharing.borne import FIELDS

UNKNOWN = "unknown"
"""The field of an absence that says why something is not known, and by being there that it is not."""
STAY = (Item, Subjects)
"""Entries that lose what they say of others and stay themselves."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Cuts one register for a reader; `mine` where it is for one customer."""

    reader: Reader
    mine: Mine | None = None

    def register(self, register: Register) -> Register:
        """The register without what is left out, and without parties and shared entries nobody names any more."""
        found = self._fields(register, ())
        if found is None:
            return register
        cut = Register.of(found)
        return only_named(cut) if self.reader.only_named else cut

    def _fields(self, part: Part, activities: tuple[str, ...]) -> dict[str, Any] | None:
        """The fields of a part as the reader sees them; None where nothing of it is shown."""
        here = self._said_of(part, activities)
        found = dict(fields(part))
        if not self.reader.everything:
            found = {name: value for name, value in found.items() if name in type(part).model_fields}
        if self.mine and not self._narrowed(self.mine, part, found, here):
            return None
        for spec in specs(type(part)).values():
            if self.reader.leaves_field(spec):
                self._forgotten(found, spec, found.pop(spec.name, None))
            elif found.get(spec.name) not in (None, ()):
                value = self._value(found[spec.name], spec, here)
                if value in (None, ()) and _lost(part, spec):
                    return None
                found[spec.name] = value
        if found.get("evidence"):
            gone = {spec.key for spec in specs(type(part)).values() if self.reader.leaves_field(spec)}
            found["evidence"] = tuple(_proofs(found["evidence"], gone))
        return found

    def _said_of(self, part: Part, activities: tuple[str, ...]) -> tuple[str, ...]:
        """The activities that what stands in a part is said of."""
        if isinstance(part, Activity):
            return (part.key,)
        if isinstance(part, General) and self.mine:
            return tuple(
                key for key in part.activities or self.mine.activities if key in self.mine.activities
            )
        return activities

    def _narrowed(self, mine: Mine, part: Part, found: dict[str, Any], here: tuple[str, ...]) -> bool:
        """Whether a customer sees a part at all; what it sees of it is changed in place."""
        if isinstance(part, Activity):
            found["controllers"] = mine.activities.get(part.key, ())
            return part.key in mine.activities
        if isinstance(part, General):
            return bool(here)
        if isinstance(part, Agreement):
            return part.key in mine.agreements
        if isinstance(part, Flow):
            return self._of_flow(mine, part, found, here)
        if isinstance(part, STAY):
            return _of_entry(mine.together(here), part, found)
        if isinstance(part, Measure) and part.covers:
            every = mine.together(here or tuple(mine.activities))
            found["covers"] = tuple(
                one for one in part.covers if not (every.hides(one) or one in mine.elsewhere)
            )
            return bool(found["covers"])
        return not (isinstance(part, Party) and part.key in mine.hidden)

    def _of_flow(self, mine: Mine, flow: Flow, found: dict[str, Any], here: tuple[str, ...]) -> bool:
        """Whether anybody receives by a flow for the customer; to whom it goes and what it names is narrowed."""
        receives, together = mine.receives(here, flow), mine.together(here)
        found["recipient"] = tuple(key for key in flow.recipient if key in receives)
        for field in FIELDS:
            named, carried = getattr(flow, field), together.flow(flow, field)
            if named:  # if none of it is the customer's, what is others' goes, and the flow with it
                found[field] = tuple(one for one in named if one in carried) or named
        return bool(receives)

    def _value(self, value: Any, spec: Spec, here: tuple[str, ...]) -> Any:
        if spec.part and not spec.refers:
            return self._parts(value, spec.part, here)
        if isinstance(value, Part):
            return self._fields(value, here)
        if not self.mine:
            return value
        if spec.mapping:
            return {word: one for word, one in value.items() if self._seen(one, spec, here)}
        if isinstance(value, tuple):
            return tuple(one for one in value if self._seen(one, spec, here))
        return value if self._seen(value, spec, here) else None

    def _parts(self, value: Any, kind: type[Part], here: tuple[str, ...]) -> Any:
        if isinstance(value, Mapping):
            return {word: self._fields(one, here) for word, one in value.items()}
        if not isinstance(value, tuple):
            return self._fields(value, here)
        cut = [self._fields(one, here) for one in value]
        return tuple(told_apart([one for one in cut if one is not None], kind))

    def _seen(self, one: Any, spec: Spec, here: tuple[str, ...]) -> bool:
        """Whether a value may be read: not what names another customer, its activities, papers or data."""
        mine = self.mine
        if mine is None:
            return True
        if spec.among:
            return not mine.together(here).hides(one)
        if spec.refers and spec.refers.kind == Activity.noun:
            return one in mine.activities
        if spec.refers and spec.refers.kind == Agreement.noun:
            return one in mine.agreements
        return not (spec.refers and one in mine.hidden)

    def _forgotten(self, found: dict[str, Any], spec: Spec, value: Any) -> None:
        """Why a field has no value is not told either, once the field is left out. That it is not known stays: without why."""
        if spec.owner is Absence and spec.name == UNKNOWN and value is not None:
            found[UNKNOWN] = ""
        if spec.key in (found.get("absences") or ()):
            found["absences"] = {name: why for name, why in found["absences"].items() if name != spec.key}


def _proofs(evidence: Iterable[dict[str, Any]], gone: Collection[str]) -> Iterator[dict[str, Any]]:
    """The evidence of what is still there: what was given for nothing but fields that are left out goes with them."""
    for one in evidence:
        named = one.get("for_") or ()
        left = tuple(key for key in named if key not in gone)
        if left or not named:
            yield {**one, "for_": left}


def _of_entry(together: Together, part: Item | Subjects, found: dict[str, Any]) -> bool:
    """Whether data or people are the customer's too; whose the data are is narrowed."""
    if together.hides(part.kind) or (part.key and together.hides(part.key)):
        return False
    if isinstance(part, Item):
        whose = together.subjects(part.kind, part.subjects)
        if whose is None:
            return False
        if whose != part.subjects:
            found["subjects"] = whose
    return True


def _lost(part: Part, spec: Spec) -> bool:
    """Whether an entry goes with what it lost: it was said of others, or of other data, only."""
    own = isinstance(part, Entry) and not isinstance(part, (Keyed, Facts, *STAY))
    return (own and spec.name != "absences" and bool(spec.refers or spec.among)) or spec.required


def told_apart(entries: Sequence[dict[str, Any]], kind: type[Part]) -> Iterator[dict[str, Any]]:
    """The entries; the later of two that say the same now gets a key of its own."""
    seen: set[object] = set()
    keys = {one.get("key") for one in entries}
    for one in entries:
        identity = identity_of(one, kind) if issubclass(kind, Entry) and not issubclass(kind, Keyed) else None
        if identity is not None and identity in seen:
            one = {**one, "key": next(key for at in count(2) if (key := f"entry.{at}") not in keys)}
            keys.add(one["key"])
        seen.add(identity)
        yield one


def only_named(register: Register) -> Register:
    """The register without parties, systems and other shared entries that nothing in it names any more."""
    shared = {
        name: spec.part
        for name, spec in specs(Register).items()
        if spec.part and issubclass(spec.part, Keyed) and spec.part not in (Activity, Agreement, Source)
    }
    held = {(part.noun, one.key): one for name, part in shared.items() for one in getattr(register, name)}
    named: set[tuple[str, str]] = set()
    todo: list[Part] = [register, *register.general, *register.activities, *register.agreements]
    while todo:
        for reference in _named(todo.pop()):
            if reference in held and reference not in named:
                named.add(reference)
                todo.append(held[reference])
    kept = {
        name: tuple(one for one in getattr(register, name) if (part.noun, one.key) in named)
        for name, part in shared.items()
    }
    return register.model_copy(update=kept)


def _named(part: Part) -> Iterator[tuple[str, str]]:
    """What a part and the parts in it name, the lists of a register left aside."""
    for spec in specs(type(part)).values():
        value = getattr(part, spec.name)
        if not value or (isinstance(part, Register) and spec.part):
            continue
        ones = (
            value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else (value,)
        )
        for one in ones:
            if isinstance(one, Part):
                yield from _named(one)
            elif isinstance(one, str) and (kind := _kind(spec)):
                yield kind, one


def _kind(spec: Spec) -> str | None:
    """The kind of entry a field names by key. A measure is named by its text."""
    if spec.refers:
        return spec.refers.kind
    return SharedMeasure.noun if issubclass(spec.owner, Measure) and spec.name == Measure.bare else None
