"""The small values everything else is made of: keys, texts, days, countries, periods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ropa.errors import NotUnderstood, Problem
from ropa.law import COUNTRIES
from ropa.model.period import as_period

KEY_SHAPE = r"^[a-z0-9][a-z0-9._-]{0,99}$"
RESERVED = ("data-subjects", "automatic")
"""Words that no key may be: they stand for the people themselves and for data that arise by machine."""

MOST = 100_000
"""The longest text, in characters."""

T = TypeVar("T")


class Frozen(dict[str, T]):
    """A mapping inside a register. It does not change once made."""

    called: ClassVar[str] = "a register"
    instead: ClassVar[str] = "make a new one"

    def _refuse(self, *_: object, **__: object) -> Any:
        raise TypeError(f"{self.called} does not change; {self.instead}")

    __setitem__ = __delitem__ = update = clear = pop = popitem = setdefault = __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> Any:
        return type(self), (dict(self),)


class Translations(Frozen[str]):
    """A text in several languages by language code."""

    called = "a text of a register"


def listed(value: object) -> object:
    """A field that takes a list also takes one bare value; nothing is an empty list."""
    if isinstance(value, (list, tuple)):
        return value
    return () if value is None else (value,)


Many = Annotated[tuple[T, ...], BeforeValidator(listed)]
"""None, one or several, in the order they were given."""


def _not_reserved(key: str) -> str:
    if key in RESERVED:
        raise PydanticCustomError("reserved", "this key is a reserved word; choose another")
    return key


Key = Annotated[str, StringConstraints(pattern=KEY_SHAPE)]
"""The key of an entry: lower-case letters, digits, dots, hyphens, underscores; 100 at most."""

OwnKey = Annotated[Key, AfterValidator(_not_reserved)]

Plain = Annotated[str, StringConstraints(max_length=MOST)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Several = Annotated[dict[Language, Plain], Field(min_length=1), AfterValidator(Translations)]
Text = Annotated[Plain | Several, Field(union_mode="left_to_right")]
"""Words in the register's language, or a mapping of language code to words."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: object) -> object:
    if isinstance(value, str):
        if _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                raise PydanticCustomError("no_such_day", "there is no such day in the calendar") from None
        raise PydanticCustomError("not_a_day", "a day is written as year-month-day: 2024-03-01")
    if type(value) is date:
        return value
    raise PydanticCustomError("not_a_day", "a day is written as year-month-day: 2024-03-01")


Day = Annotated[date, BeforeValidator(_day)]
"""A day of the calendar, without a time."""


def as_day(on: object) -> date:
    """The day a question is asked for; `NotUnderstood` where it is a text, a time or anything else.

    >>> as_day(date(2026, 3, 1))
    datetime.date(2026, 3, 1)
    """
    if isinstance(on, date) and not isinstance(on, datetime):
        return on
    raise NotUnderstood([Problem("on", "a day is wanted here", "give a datetime.date, without a time")])


def _country(code: str) -> str:
    if code in COUNTRIES:
        return code
    raise PydanticCustomError(
        "no_such_country", "a country is written as its ISO 3166 code (GB, not UK; GR, not EL), or EU or EEA"
    )


Country = Annotated[str, AfterValidator(_country)]
"""An ISO 3166-1 alpha-2 code (`GB`, not UK), `EU` or `EEA`."""

_YES = {"true": True, "yes": True, "false": False, "no": False}


def _yes_or_no(value: object) -> object:
    if isinstance(value, bool):
        return value
    known = _YES.get(value.lower()) if isinstance(value, str) else None
    if known is None:
        raise PydanticCustomError("not_yes_or_no", "write true or false")
    return known


Flag = Annotated[bool, BeforeValidator(_yes_or_no)]
"""Yes or no; absent means that it is not stated."""


def _period(value: object) -> object:
    if isinstance(value, str):
        found = as_period(value)
        if found is not None:
            return found
    raise PydanticCustomError(
        "not_a_period", "a period is written as ISO 8601 (P7Y, P6M, P30D) or as a number and a unit (7 years)"
    )


Period = Annotated[str, BeforeValidator(_period)]
"""An ISO 8601 duration of whole years, months, weeks, days or hours; `7 jaar` is understood and kept as `P7Y`."""


def sayings(text: str | Mapping[str, str] | None) -> tuple[str, ...]:
    """Every wording of a text, whatever the language.

    >>> sayings({"nl": "lonen", "fr": "salaires"})
    ('lonen', 'salaires')
    """
    if text is None:
        return ()
    return (text,) if isinstance(text, str) else tuple(text.values())
