"""What every part of a register is: a frozen value with a bare form, kept `x-` keys and its own marks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, ClassVar, NoReturn, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic._internal._model_construction import ModelMetaclass
from pydantic_core import PydanticCustomError

from ropa.errors import NotUnderstood
from ropa.model.json_text import plain_data
from ropa.model.marks import Known, Refers
from ropa.model.text import Day, Frozen, Key, Many, OwnKey, Plain, Text

UNCHANGING = "a register does not change; put, replace and without give a new one"


class _Raising(ModelMetaclass):
    """Calling a class raises our own error; validation within a larger value never comes this way."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        of = getattr(cls, "of", None)  # a register is also checked for what types cannot tell
        if of is not None and not args:
            return of(kwargs)
        try:
            return super().__call__(*args, **kwargs)
        except ValidationError as error:
            raise _told(error, kwargs, cls) from None


def _told(error: ValidationError, data: object, owner: Any) -> NotUnderstood:
    from ropa.model.problem import placed, problems_of

    return NotUnderstood(placed(problems_of(error, data, owner), data))


LONGEST_KEY = 1_000
"""Characters in a key of one's own: every reader of the file takes as many."""
DEEPEST = 16
"""How deep a value of one's own goes."""


def _writable(value: Any, level: int = 0) -> Any:
    """A value of one's own must come back from a file as it went in: no half characters, no infinity, no abyss."""
    if level > DEEPEST:
        raise PydanticCustomError("too_deep", "nested too deep for a value of one's own")
    if isinstance(value, float) and not math.isfinite(value):
        raise PydanticCustomError("not_finite", "a number must be finite; write it as text")
    if isinstance(value, str):
        _whole(value)
    elif isinstance(value, dict):
        for key, one in value.items():
            if len(_whole(key)) > LONGEST_KEY:
                raise PydanticCustomError("long_key", "a key is longer than 1000 characters")
            _writable(one, level + 1)
    elif isinstance(value, list):
        for one in value:
            _writable(one, level + 1)
    return value


def _whole(text: str) -> str:
    if any("\ud800" <= mark <= "\udfff" for mark in text):
        raise PydanticCustomError("half_character", "half of a surrogate pair is not a character")
    return text


OwnName = Annotated[str, StringConstraints(pattern=r"^x-", max_length=LONGEST_KEY)]


class Part(BaseModel, metaclass=_Raising):
    """A value inside a register. A bare text stands for the field named by `bare`."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        defer_build=True,
        hide_input_in_errors=True,
        populate_by_name=True,
        use_attribute_docstrings=True,
    )
    __pydantic_extra__: dict[OwnName, Annotated[JsonValue, AfterValidator(_writable)]]

    bare: ClassVar[str | None] = None
    """The field that a bare text stands for."""
    headline: ClassVar[tuple[str, ...]] = ()
    """The fields that say in a few words what this is; the bare one where none are named."""

    @classmethod
    def model_validate(cls, obj: Any, **how: Any) -> Self:
        """A part from plain data; `NotUnderstood` where it has another shape."""
        try:
            return super().model_validate(obj, **how)
        except ValidationError as error:
            raise _told(error, obj, cls) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **how: Any) -> Self:
        """A part from JSON text, read as strictly as a file; `ropa.load` also tells the lines."""
        return cls.model_validate(plain_data(json_data), **how)

    @classmethod
    def model_validate_strings(cls, obj: Any, **how: Any) -> Self:
        """The same as `model_validate`: every field understands text."""
        return cls.model_validate(obj, **how)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise TypeError(UNCHANGING)

    def __delattr__(self, name: str) -> NoReturn:
        raise TypeError(UNCHANGING)


class Bare(Part):
    """A part that may be written as a bare text."""

    @model_validator(mode="before")
    @classmethod
    def _from_bare(cls, value: Any) -> Any:
        return {cls.bare: value} if isinstance(value, str) else value


class Evidence(Bare):
    """Where in a source something is said. It covers its entry and what stands in it without evidence of its own."""

    bare = "at"

    at: Plain
    """The place in the source: `L42`, `L42-L45`, `§ 3.2` or a heading."""
    source: Annotated[Key | None, Refers("source")] = None
    """The source; the register's first where it is not given."""
    for_: Annotated[Many[Plain], Field(alias="for")] = ()
    """The fields of the entry this evidence is for; all of them where none is given."""
    reading: Annotated[str | None, Known("readings"), Field(pattern="^(stated|inferred|contradicted)$")] = (
        None
    )
    """Whether the source states it, it is inferred, or the source contradicts it elsewhere."""
    quote: Annotated[Plain | None, Field(pattern=r"^\s*(\S+(\s+\S+){0,11})?\s*$")] = None
    """The source's own words: twelve at most."""


def read_as(evidence: Iterable[Evidence], field: str = "") -> str:
    """How an entry, or one field of it, was read where it is not simply stated: contradicted somewhere, or only inferred.

    >>> read_as([Evidence(at="L1", reading="inferred")]), read_as([Evidence(at="L1")])
    ('inferred', '')
    """
    readings = {one.reading or "stated" for one in evidence if (field in one.for_ if field else not one.for_)}
    if "contradicted" in readings:
        return "contradicted"
    return "inferred" if readings == {"inferred"} else ""


class Absence(Part):
    """Why a field has no value: there is none, it does not apply, or nobody knows yet."""

    not_applicable: Text | None = None
    """Why it does not apply."""
    unknown: Text | None = None
    """Why it is not known."""
    owner: Text | None = None
    """Who will find out."""
    due: Day | None = None
    """By when."""

    @model_validator(mode="before")
    @classmethod
    def _none(cls, value: Any) -> Any:
        return {} if value == "none" else value

    @property
    def state(self) -> str:
        """`none`, `not-applicable` or `unknown`."""
        if self.unknown is not None:
            return "unknown"
        return "none" if self.not_applicable is None else "not-applicable"


DAYS = ("valid_from", "valid_until")
"""The fields of an entry that say on which days it holds."""


class Entry(Part):
    """Something a register says: with evidence, absences, a note and the days on which it holds."""

    identity: ClassVar[tuple[str, ...]] = ()
    """The fields by which an entry without a key is told from its neighbours."""

    key: OwnKey | None = None
    """The name this entry is referred to by."""
    note: Text | None = None
    """A remark."""
    evidence: Many[Evidence] = ()
    """Where the sources say it."""
    absences: Annotated[dict[str, Absence], AfterValidator(Frozen)] = Field(default_factory=Frozen)
    """What is not there, and why."""
    reviewed: Day | None = None
    """The day somebody last looked at it."""
    valid_from: Day | None = None
    """The first day it holds."""
    valid_until: Day | None = None
    """The last day it holds."""

    def holds(self, on: date | None) -> bool:
        """Whether the entry holds on a day (None: whenever)."""
        if on is None:
            return True
        first, last = self.valid_from, self.valid_until
        return (first is None or first <= on) and (last is None or on <= last)


class BareEntry(Bare, Entry):
    """An entry that may be written as a bare text."""


class Keyed(Entry):
    """An entry that others refer to: it must have a key."""

    noun: ClassVar[str]
    """What kind of entry it is, in a word: keys are unique within it."""

    key: OwnKey
    """The name this entry is referred to by."""
