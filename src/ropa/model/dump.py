"""Turns a register into the plain data of its file, in the short forms a person would write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from inspect import get_annotations
from typing import Any

from ropa.model.part import Absence, Entry, Part
from ropa.model.spec import Spec, specs

FIRST = ("key", "name", "title")
"""What a reader looks for before anything else."""


@cache
def order(owner: type[Part]) -> tuple[Spec, ...]:
    """The fields of a part in the order in which they are written.

    Its name comes first, then what makes it this kind of entry, then what it shares with wider kinds; what every
    entry may have (note, evidence, absences, days) comes last.

    >>> from ropa.model.activity import Activity
    >>> [spec.key for spec in order(Activity)][:4], [spec.key for spec in order(Activity)][-2:]
    (['key', 'name', 'reference', 'description'], ['valid_from', 'valid_until'])
    """
    own = get_annotations(owner)
    every = Entry.model_fields if issubclass(owner, Entry) else {}
    wider = any(spec.name not in own and spec.name not in every for spec in specs(owner).values())

    def place(spec: Spec) -> int:
        if spec.key in FIRST:
            return FIRST.index(spec.key)
        if spec.name in every:
            return 9
        if spec.name not in own:
            return 4
        return 5 if wider and spec.part else 3

    return tuple(sorted(specs(owner).values(), key=place))


def said(part: Part) -> dict[str, Any]:
    """The fields of a part that say something, by their key in the file, in the order they are written.

    >>> from ropa.model.flow import Flow
    >>> said(Flow(recipient="fiscus", countries="BE"))
    {'recipient': ('fiscus',), 'countries': ('BE',)}
    """
    found: dict[str, Any] = {}
    values = part.__dict__
    for spec in order(type(part)):
        value = values[spec.name]
        if value is None or value == () or (spec.mapping and not value) or value == spec.default:
            continue
        found[spec.key] = value
    found.update(part.__pydantic_extra__ or {})
    return found


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
    if isinstance(value, tuple):  # a field that takes a list; lists inside `x-` keys stay what they are
        return _listed(value)
    return [plain(one) for one in value]


def _part(part: Part) -> Any:
    found = {key: plain(value) for key, value in said(part).items()}
    if isinstance(part, Absence) and not found:
        return "none"
    bare = getattr(part, "bare", None)
    if bare and found.keys() == {bare} and isinstance(found[bare], str):
        return found[bare]
    return found


def _listed(values: tuple[Any, ...]) -> Any:
    short = [plain(one) for one in values]
    return short[0] if len(short) == 1 and isinstance(short[0], str) else short
