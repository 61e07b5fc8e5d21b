"""Turns a register into the plain data of its file, in the short forms a person would write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from ropa.model.part import Absence, Part
from ropa.model.spec import Spec, specs


@cache
def _fields(owner: type[Part]) -> tuple[Spec, ...]:
    return tuple(specs(owner).values())


def plain(value: Any) -> Any:
    """The short plain form of a part or value: nothing that is not said, nothing longer than it need be.

    Days stay `datetime.date`, flags `bool`; everything else is text, numbers, lists and mappings.

    >>> from ropa.model.purpose import Purpose
    >>> plain(Purpose(text="Lonen betalen")), plain(Purpose(text="Lonen betalen", legal_bases="contract"))
    ('Lonen betalen', {'text': 'Lonen betalen', 'legal_bases': 'contract'})
    """
    if isinstance(value, Part):
        return _part(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (str, bool, int, float, date)) or value is None:
        return value
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value]


def _part(part: Part) -> Any:
    found: dict[str, Any] = {}
    for spec in _fields(type(part)):
        value = part.__dict__[spec.name]
        if value is None or value == () or (spec.mapping and not value):
            continue
        found[spec.key] = _listed(value) if spec.many else plain(value)
    found.update(part.__pydantic_extra__ or {})
    if isinstance(part, Absence) and not found:
        return "none"
    bare = getattr(part, "bare", None)
    if bare and found.keys() == {bare} and isinstance(found[bare], str):
        return found[bare]
    return found


def _listed(values: tuple[Any, ...]) -> Any:
    said = [plain(one) for one in values]
    return said[0] if len(said) == 1 and isinstance(said[0], str) else said
