"""What a value says, whatever the order it says it in: a form that can be compared and looked up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from functools import cache
from typing import Any

from ropa.model import Part
from ropa.model.text import Translations

EMPTY: tuple[object, ...] = (None, (), {})


def content(value: Any, leave: Collection[str] = ()) -> Hashable:
    """A form that two values share exactly where they say the same. The order in a list is no content.

    `leave` are fields of a part that are not looked at.

    >>> content(("NL", "BE")) == content(("BE", "NL")), content(("NL",)) == content(("NL", "NL"))
    (True, False)
    """
    if isinstance(value, str):  # most are, and there are very many
        return value
    if isinstance(value, tuple):
        if len(value) == 1:
            return frozenset(((content(value[0]), 1),))
        return frozenset(Counter([content(one) for one in value]).items())
    if isinstance(value, Part):
        return _of_part(value, leave)
    if isinstance(value, Mapping) and not isinstance(value, Translations):
        return frozenset((key, content(one)) for key, one in value.items())
    plain: Hashable = value  # days, flags, numbers, and translations, which are frozen
    return plain


def of_fields(part: Part, names: Iterable[str]) -> tuple[Hashable, ...] | None:
    """What some fields of a part say together; None where none of them says anything."""
    values = [getattr(part, name) for name in names]
    return tuple(content(one) for one in values) if any(one not in EMPTY for one in values) else None


def _of_part(part: Part, leave: Collection[str]) -> Hashable:
    own = json.dumps(part.__pydantic_extra__, sort_keys=True) if part.__pydantic_extra__ else ""
    values = part.__dict__
    said = frozenset(
        (name, content(value))
        for name in _names(type(part))
        if (value := values[name]) is not None and value not in EMPTY and name not in leave
    )
    return type(part), said, own


@cache
def _names(kind: type[Part]) -> tuple[str, ...]:
    return tuple(kind.model_fields)
