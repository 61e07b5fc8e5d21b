"""Two entries that are one: everything either says, and a conflict for each field of which they say different things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ropa.model import Evidence, Part, Party, Registration
from ropa.model.number import number_of
from ropa.model.part import Entry
from ropa.model.shape import identity_of
from ropa.model.spec import Spec, specs
from ropa.model.text import Translations
from ropa.unite.rewrite import is_text

NOTHING: tuple[Any, ...] = (None, (), {})


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of which two registers say different things. Nothing is lost: what is left out stands here."""

    kind: str
    """What kind of entry: `party`, `source`; `register` for what a register says of itself."""
    key: str
    """Its key in the joined register; empty for the register itself."""
    field: str
    """The field: `country`, or `contact.email` for one that stands deeper."""
    kept: Any
    left: Any
    registers: tuple[int, int]
    """From which register each is, counted from one."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence of what is left out."""


def merged(first: Any, second: Any, number: int, language: str) -> tuple[Any, tuple[Conflict, ...]]:
    """One entry of two, and where they differ. The second is from the register of that number."""
    kept = first
    changed: dict[str, Any] = {}
    conflicts: list[Conflict] = []
    for name, spec in _specs(first).items():
        mine, theirs = getattr(first, spec.name), getattr(second, spec.name)
        if name in ("key", "evidence") or theirs in NOTHING or mine == theirs:
            continue
        if mine in NOTHING and name != "absences" and name in first.absences:
            conflicts.append(_conflict(name, first.absences[name], theirs, number))
            continue
        value, found = _value(first, second, spec, number, language)
        if value != mine:
            changed[spec.name] = value
        conflicts += found
    extra, clash = _own_fields(first, second, number)
    conflicts += clash
    if changed or extra:
        kept = first.model_copy(update={**changed, **extra})
    return _with_evidence(kept, second, conflicts)


def _conflict(field: str, kept: Any, left: Any, number: int) -> Conflict:
    return Conflict("", "", field, kept, left, (0, number))


def _specs(one: Part) -> Mapping[str, Spec]:
    return specs(type(one))


def _value(
    first: Any, second: Any, spec: Spec, number: int, language: str
) -> tuple[Any, tuple[Conflict, ...]]:
    """What both say of one field."""
    if spec.key == "absences":
        return _absences(first, second, number)
    mine, theirs = getattr(first, spec.name), getattr(second, spec.name)
    return (theirs, ()) if mine in NOTHING else _both(mine, theirs, spec, number, language)


def _both(mine: Any, theirs: Any, spec: Spec, number: int, language: str) -> tuple[Any, tuple[Conflict, ...]]:
    """One value of two that differ."""
    if isinstance(mine, tuple) and not spec.one_of:
        return _lists(mine, theirs, spec, number, language)
    if isinstance(mine, Entry) and type(mine) is type(theirs):
        value, found = merged(mine, theirs, number, language)
        return value, tuple(replace(one, field=f"{spec.key}.{one.field}") for one in found)
    if spec.owner is Party and spec.name == "name":
        return _names(mine, theirs, spec, number, language)
    if is_text(spec):
        return _texts(mine, theirs, spec, number, language)
    return mine, (_conflict(spec.key, mine, theirs, number),)


def _texts(
    mine: Any, theirs: Any, spec: Spec, number: int, language: str
) -> tuple[Any, tuple[Conflict, ...]]:
    """Two texts: translations of one another where they are in different languages."""
    ours, others = _by_language(mine, language), _by_language(theirs, language)
    if set(others.values()) <= set(ours.values()):
        return mine, ()
    clash = [code for code in others if code in ours and ours[code] != others[code]]
    told = tuple(_conflict(spec.key, ours[code], others[code], number) for code in clash)
    together = {**others, **ours}
    return (Translations(together) if together != ours else mine), told


def _names(
    mine: Any, theirs: Any, spec: Spec, number: int, language: str
) -> tuple[Any, tuple[Conflict, ...]]:
    """Two names of an organisation: another name in another language is another name.

    It is a translation only where they agree in some language.
    """
    ours, others = _by_language(mine, language), _by_language(theirs, language)
    if ours.items() & others.items() or set(others.values()) <= set(ours.values()):
        return _texts(mine, theirs, spec, number, language)
    return mine, (_conflict(spec.key, _alone(mine), _alone(theirs), number),)


def _alone(text: Any) -> Any:
    """A text that is given in one language only, without naming it."""
    return next(iter(text.values())) if isinstance(text, Mapping) and len(text) == 1 else text


def _by_language(text: Any, language: str) -> dict[str, str]:
    return dict(text) if isinstance(text, Mapping) else {language: text}


def _lists(
    mine: Sequence[Any], theirs: Sequence[Any], spec: Spec, number: int, language: str
) -> tuple[Any, tuple[Conflict, ...]]:
    """Everything of two lists, once; entries that are recognised as the same are made one."""
    found = list(mine)
    conflicts: list[Conflict] = []
    for one in theirs:
        if one in found:
            continue
        at = next((at for at, other in enumerate(found) if same(other, one)), None)
        if at is None:
            found.append(one)
            continue
        value, clash = merged(found[at], _spelled(one, found[at]), number, language)
        found[at] = value
        conflicts += (replace(each, field=f"{spec.key}.{each.field}") for each in clash)
    return tuple(found), tuple(conflicts)


def same(one: Any, other: Any) -> bool:
    """Whether two entries of a list are one: the same number however it is written, or whatever tells such entries apart."""
    if isinstance(one, Registration) and isinstance(other, Registration):
        return (
            one.scheme == other.scheme and number_of(one) is not None and number_of(one) == number_of(other)
        )
    if not isinstance(one, Entry) or type(one) is not type(other):
        return bool(one == other)
    identity = identity_of(one, type(one))
    return identity is not None and identity == identity_of(other, type(one))


def _spelled(one: Any, like: Any) -> Any:
    """A registration with its number as the other writes it: two ways of writing one number are no conflict."""
    return one.model_copy(update={"number": like.number}) if isinstance(one, Registration) else one


def _absences(first: Any, second: Any, number: int) -> tuple[Any, tuple[Conflict, ...]]:
    """What both say is not there, where neither says that it is."""
    found = dict(first.absences)
    conflicts = []
    for name, why in second.absences.items():
        spec = _specs(first).get(name)
        value = getattr(first, spec.name) if spec else None
        if value not in NOTHING or found.get(name, why) != why:
            conflicts.append(_conflict(name, found.get(name, value), why, number))
        else:
            found[name] = why
    return type(first.absences)(found), tuple(conflicts)


def _own_fields(first: Part, second: Part, number: int) -> tuple[dict[str, Any], list[Conflict]]:
    """The `x-` keys of both."""
    mine, theirs = first.__pydantic_extra__ or {}, second.__pydantic_extra__ or {}
    clash = [
        _conflict(key, mine[key], theirs[key], number)
        for key in theirs
        if mine.get(key, theirs[key]) != theirs[key]
    ]
    return {key: value for key, value in theirs.items() if key not in mine}, clash


def _with_evidence(kept: Any, second: Any, conflicts: list[Conflict]) -> tuple[Any, tuple[Conflict, ...]]:
    """Takes the other's evidence over, but not for values that are left out: those would seem to stand there."""
    lost = {one.field for one in conflicts if "." not in one.field}
    taken, left = list(kept.evidence), []
    for one in second.evidence:
        for_ = tuple(name for name in one.for_ if name not in lost)
        if len(for_) < len(one.for_):
            left.append(one)
        told = one.model_copy(update={"for_": for_}) if one.for_ else one
        if (for_ or not one.for_) and told not in taken:
            taken.append(told)
    if len(taken) > len(kept.evidence):
        kept = kept.model_copy(update={"evidence": tuple(taken)})
    told_of = [
        replace(one, evidence=tuple(ev for ev in left if one.field in ev.for_))
        if "." not in one.field
        else one
        for one in conflicts
    ]
    return kept, tuple(told_of)
