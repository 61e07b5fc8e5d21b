"""Says what is wrong in a sentence, with the path a reader would point at and the nearest right word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from ropa.errors import SHOWN, Problem
from ropa.glossary.book import nearest
from ropa.model.named import NOT_A_KEY
from ropa.model.part import Absence, Part
from ropa.model.shape import Loc, fields_of, items_of
from ropa.model.spec import Spec, specs
from ropa.model.text import MOST

SENTENCES = {
    "missing": ("this is missing", "write it"),
    "string_unicode": ("half of a surrogate pair is not a character", "write the character itself"),
    "string_too_long": (f"longer than {MOST} characters", "shorten it, or refer to a document"),
    "int_parsing": ("a whole number is wanted here", "write digits only"),
    "int_type": ("a whole number is wanted here", "write digits only"),
    "int_from_float": ("a whole number is wanted here", "write digits only"),
    "tuple_type": ("a list is wanted here", "write one value, or several in [ ]"),
    "dict_type": ("a mapping is wanted here", "write key: value"),
    "model_type": ("an entry is wanted here", "write a mapping of its fields"),
    "model_attributes_type": ("an entry is wanted here", "write a mapping of its fields"),
    "too_short": ("this is empty", "write at least one"),
    "extra_forbidden": ("this key is not known here", ""),
}
_KEY = re.compile(r"[A-Za-z0-9_.-]{1,100}")
"""What looks like a key, if a wrong one. Anything else may be somebody's address and is not repeated."""
_STEP = re.compile(r"[A-Za-z0-9_.-]{1,60}")
"""The same of the name of a field."""
KEY_HELP = "a key has lower-case letters, digits, dots, hyphens and underscores, and at most 100 of them"
TEXT_HELP = "write words, or words by language: {nl: …, fr: …}"


class _Place:
    """Where an error points at, followed through the data as written: bare values and unions leave no trace."""

    def __init__(self, data: object, owner: type[Part], loc: Iterable[str | int]) -> None:
        self.loc: Loc = ()
        self.spec: Spec | None = None
        self.owner: type[Part] | None = owner
        self.value = data
        self.unknown: str | None = None
        for part in loc:
            self._step(part)

    def _step(self, part: str | int) -> None:
        data = fields_of(self.value)
        if isinstance(part, int):
            if isinstance(self.value, (list, tuple)) and part < len(self.value):
                self.value = self.value[part]
                self.loc = (*self.loc, part)
            return
        known = specs(self.owner) if self.owner else {}
        if self.owner and part in known:
            self.spec = known[part]
            self.owner = self.spec.part if not self.spec.mapping or part == "absences" else None
            here = data.get(part, data.get(self.spec.name))
        elif part in data:
            if self.owner and not (self.spec and self.spec.mapping):
                self.unknown = part
            here = data[part]
        else:
            return  # the name of a union's member: no place in the data
        self.value = here
        self.loc = (*self.loc, part)


def _one_of(value: object, context: Mapping[str, Any], hints: bool) -> tuple[str, str]:
    words = [word.strip("'") for word in str(context.get("expected", "")).replace(" or ", ", ").split(", ")]
    hint = nearest(value, words) if hints and isinstance(value, str) else None
    return "not one of the words known here", (
        f"did you mean {hint!r}? " if hint else ""
    ) + f"one of {', '.join(words)}"


def _sentence(place: _Place, error: Mapping[str, Any], owner: type[Part], hints: bool) -> tuple[str, str]:
    kind = error["type"]
    if _is_torn(place):
        return "a text with a comma needs quotes", 'write it in quotes: "…"'
    if place.unknown is not None and not place.unknown.startswith("x-"):
        known = specs(place.owner) if place.owner else {}
        hint = nearest(place.unknown, known) if hints else None
        return (
            "this key is not known here",
            f"did you mean {hint!r}?" if hint else "keys of your own begin with x-",
        )
    if kind in ("enum", "literal_error") and place.spec:
        return _one_of(place.value, error.get("ctx", {}), hints)
    if kind == "string_pattern_mismatch":
        return _pattern(place)
    if kind in ("string_type", "dict_type") and not isinstance(place.value, (str, Mapping)):
        return "words are wanted here", 'write it in quotes: "…"' if _is_number(place.value) else TEXT_HELP
    if kind == "string_type" and isinstance(place.value, Mapping):
        return "words are wanted here", "write plain words, not a mapping"
    if kind in ("model_type", "model_attributes_type") and place.owner is Absence:
        return "this says not why there is nothing", "write none, {not_applicable: …} or {unknown: …}"
    if kind in SENTENCES:
        return SENTENCES[kind]
    return str(error["msg"])[:300], ""


def _is_torn(place: _Place) -> bool:
    """Whether this is the rest of a text: behind a comma between braces words become a key that has no value."""
    last = place.loc[-1] if place.loc else ""
    return (
        isinstance(last, str) and len(last.split()) > 1 and not last.startswith("x-") and place.value is None
    )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float))


def _pattern(place: _Place) -> tuple[str, str]:
    if place.spec and place.spec.name == "quote":
        return "a quotation has twelve words at most", "shorten it"
    if place.spec and place.spec.name == "reading":
        return "not one of the words known here", "one of stated, inferred, contradicted"
    if isinstance(place.value, Mapping) or (
        place.spec and not place.spec.refers and place.spec.name != "key"
    ):
        return "the language of a text is written as its code", "write nl, fr, de, en, …"
    return NOT_A_KEY, KEY_HELP


def problems_of(error: ValidationError, data: object, owner: type[Part]) -> list[Problem]:
    """The problems in an error of pydantic's, each once, without a value of the register."""
    found: dict[Loc, Problem] = {}
    for one in error.errors(include_url=False, include_input=False):
        place = _Place(data, owner, one["loc"])
        loc = place.loc
        if loc in found:
            continue  # the members of a union complain one by one; the first speaks for all
        if place.unknown is not None:
            place.owner = _owner_at(data, owner, loc[:-1])
        wrong, instead = _sentence(place, one, owner, len(found) < SHOWN)
        found[loc] = Problem("", wrong, instead, loc=loc)
    return list(found.values())


def _owner_at(data: object, owner: type[Part], loc: Loc) -> type[Part] | None:
    return _Place(data, owner, loc).owner


def path_of(data: object, loc: Loc) -> str:
    """A place as a reader would point at it: entries by their key, others by their number from one.

    >>> path_of({"activities": [{"key": "payroll", "flows": [{}, {}]}]}, ("activities", 0, "flows", 1, "role"))
    'activities.payroll.flows.2.role'
    """
    said: list[str] = []
    value = data
    for part in loc:
        if isinstance(part, int):
            entries = items_of(value)
            value = entries[part] if part < len(entries) else None
            key = fields_of(value).get("key")
            said.append(key if isinstance(key, str) and _KEY.fullmatch(key) else str(part + 1))
        else:
            data_here = fields_of(value)
            value = data_here.get(part)
            said.append(part if _STEP.fullmatch(part) else "…")
    return ".".join(said)


def placed(problems: Iterable[Problem], data: object) -> list[Problem]:
    """The problems with their paths written out."""
    return [
        Problem(path_of(data, one.loc), one.wrong, one.instead, one.line, one.file, one.loc)
        for one in problems
    ]
