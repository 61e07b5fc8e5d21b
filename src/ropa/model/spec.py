"""What the fields of the model are, read off their annotations: the one place that looks at types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic_core import PydanticUndefined

from ropa.model.marks import Among, Asked, Known, OneOf, Refers
from ropa.model.part import Part
from ropa.model.text import Period, listed


@dataclass(frozen=True, slots=True)
class Spec:
    """One field of one part of the model."""

    owner: type[Part]
    name: str
    """The Python attribute."""
    key: str
    """The key in the file."""
    many: bool
    required: bool
    part: type[Part] | None
    """The part that stands in the field, if any."""
    asked: Asked | None
    refers: Refers | None
    among: Among | None
    known: Known | None
    mapping: bool
    """Whether it maps words to values (absences, duties)."""
    day: bool
    period: bool
    """Whether it holds a period of time."""
    one_of: bool
    """Whether several values mean one of them."""
    closed: tuple[Any, ...]
    """All that may stand in the field, where that is a list without free text."""
    default: Any
    """What the field holds where nothing is written; None where that is nothing."""
    sentence: str


def _inside(annotation: Any) -> Iterator[Any]:
    """Everything an annotation is made of, marks included, from the outside in."""
    yield annotation
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for inner in get_args(annotation):
        if not isinstance(inner, (str, Asked, Refers, Among, Known, OneOf)):
            yield from _inside(inner)


def _mark(found: list[Any], kind: type) -> Any:
    return next((one for one in found if isinstance(one, kind)), None)


def _closed(inside: list[Any]) -> tuple[Any, ...]:
    """What a field without free text may hold: the words of a list, yes and no."""
    found: list[Any] = []
    for one in inside:
        if one is str or one is int or one is date:
            return ()
        if one is bool:
            found += [True, False]
        elif get_origin(one) is Literal:
            found += get_args(one)
        elif isinstance(one, type) and issubclass(one, Enum):
            found += one
    return tuple(found)


@cache
def specs(owner: type[Part]) -> Mapping[str, Spec]:
    """The fields of a part by their key in the file, in order.

    >>> from ropa.model.flow import Flow
    >>> specs(Flow)["agreements"].refers
    Refers(kind='agreement', or_words=(), or_text=False)
    """
    found = {}
    for name, info in owner.model_fields.items():
        inside = [*info.metadata, *_inside(info.annotation)]
        parts = [one for one in inside if isinstance(one, type) and issubclass(one, Part)]
        key = info.alias or name
        mapping = get_origin(info.annotation) is dict
        found[key] = Spec(
            owner=owner,
            name=name,
            key=key,
            many=any(getattr(one, "func", None) is listed for one in info.metadata),
            required=info.is_required() and not mapping,
            part=parts[0] if parts else None,
            asked=_mark(inside, Asked),
            refers=_mark(inside, Refers),
            among=_mark(inside, Among),
            known=_mark(inside, Known),
            mapping=mapping,
            day=date in inside,
            period=Period in inside,
            one_of=_mark(inside, OneOf) is not None,
            closed=_closed(inside),
            default=None if info.default is PydanticUndefined else info.default,
            sentence=info.description or "",
        )
    return found


@cache
def parts(owner: type[Part]) -> tuple[type[Part], ...]:
    """A part and every part that can stand in it, each once, in the order of the model."""
    seen: list[type[Part]] = []
    todo = [owner]
    while todo:
        one = todo.pop(0)
        if one not in seen:
            seen.append(one)
            todo += [spec.part for spec in specs(one).values() if spec.part]
    return tuple(seen)
