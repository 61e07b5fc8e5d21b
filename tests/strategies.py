"""Hypothesis strategies that follow the model: a new field is covered without a line here.

`registers()` makes registers of the right shape, with valid references and with texts that make life hard for a
file format. Keys come from small pools, so that references meet.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, Phase, settings, strategies as st

from ropa.model import Evidence, Keyed, Part, Register
from ropa.model.activity import Facts
from ropa.model.part import Absence, Entry
from ropa.model.shape import NAMED, identity_of
from ropa.model.spec import Spec, specs
from ropa.model.text import KEY_SHAPE

thorough = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # whole registers shrink for minutes
)

TRICKY = (
    "NO", "no", "on", "y", "null", "~", "", " ", "01234", "1.10", "1e3", "0x1F", "1_000", "12:30", "12:30:45", "2024-03-01",
    "- a", "a: b", "a:", "a #b", "#", " lead", "trail ", "in  side", "two\nlines", "ends\n", "\n\nbegins", " a\n b", "a\n\n\nb\n",
    "tab\tinside", "\t", "a\r\nb", "\r", "\x00", "\x1b[31m", "\x85", "a\x85b", "\u2028", "a\u2029b", "\ufeff", "\ufffe", "\u202egnp",
    "'", '"', "''", "\\", "\\n", "{a}", "[b]", "a, b", "&a", "*a", "!t", "!!str a", "%d", "@x", "`y`", "---", "--- a", "...", "<<", "? a",
    "|", ">", "|-\n a", "=1+1", "<b>&amp;", "_x0041_", "é", "Ωμέγα", "漢字", "😀", "a\xa0b", ".5", "+1", "-", "none", "P7Y", "7 jaar", "x-",
    "word " * 40,
)  # fmt: skip
words = st.one_of(
    st.sampled_from(TRICKY),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(["payroll", "salaris", "bank-account"]),
)
own_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)
_COUNTRIES = st.sampled_from(["NL", "BE", "NO", "US", "IN", "EEA", "EU"])
_PERIODS = st.sampled_from(["P7Y", "P6M", "P30D", "PT12H", "7 jaar"])
_DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
_TEXTS = words | st.dictionaries(st.sampled_from(["nl", "fr", "de-AT"]), words, min_size=1, max_size=2)
_BY_FUNCTION = {"_country": _COUNTRIES, "_period": _PERIODS, "_day": _DAYS, "_yes_or_no": st.booleans()}
_LETTERS = st.characters(codec="ascii", exclude_categories=["Cc"])
_BY_PATTERN = {
    KEY_SHAPE: st.sampled_from(["a", "b.c", "7", "on", "1e3"]),
}


@cache
def _hints(owner: type[Part]) -> dict[str, Any]:
    return get_type_hints(owner, include_extras=True)


def _marked(mark: Any) -> st.SearchStrategy[Any] | None:
    """What a mark on a type allows: the values of a function that checks, or those that match a pattern."""
    function = getattr(getattr(mark, "func", None), "__name__", "")
    if function in _BY_FUNCTION:
        return _BY_FUNCTION[function]
    patterns = (getattr(one, "pattern", None) for one in (mark, *getattr(mark, "metadata", ())))
    pattern = next((one for one in patterns if one), None)
    if pattern is None:
        return None
    if pattern in _BY_PATTERN:
        return _BY_PATTERN[pattern]
    return st.from_regex(pattern, fullmatch=True, alphabet=_LETTERS)


def _single(annotation: Any) -> st.SearchStrategy[Any]:
    """A value of a field without references and parts, from its annotation."""
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        allowed = [found for mark in marks if (found := _marked(mark)) is not None]
        return allowed[0] if allowed else _single(base)
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return st.lists(_single(inner[0]), max_size=3)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin in (Union, types.UnionType):
        return st.one_of([_single(one) for one in inner if one is not type(None)])
    if origin is dict:
        return st.dictionaries(st.sampled_from(["nl", "fr"]), words, min_size=1, max_size=2)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from([one.value for one in annotation])
    return {str: words, int: st.integers(0, 10**6), date: _DAYS, bool: st.booleans()}[annotation]


class _World:
    """One register in the making: which keys there are, and what the activity at hand lists."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.draw = draw
        self.keys: dict[str, list[str]] = {}
        self.listed: dict[str, list[str]] = {}
        self.named = 0

    def register(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lists = {key: spec for key, spec in specs(Register).items() if spec.part}
        pool = st.lists(st.sampled_from(["a", "b", "on", "1e3", "d.e"]), max_size=3, unique=True)
        for spec in lists.values():
            if issubclass(spec.part, Keyed):
                self.keys[spec.part.noun] = self.draw(pool)
        for key, spec in lists.items():
            if issubclass(spec.part, Keyed):
                found[key] = [self.part(spec.part, name) for name in self.keys[spec.part.noun]]
            else:
                found[key] = self.several(spec.part)
        for key, spec in self.some(Register, lists.keys() | {"ropa"}):
            self.put(found, key, self.value(spec))
        self.own(found)
        return {key: value for key, value in found.items() if value not in (None, [])}

    def some(self, owner: type[Part], without: set[str]) -> list[tuple[str, Spec]]:
        """The required fields and a few of the others."""
        here = specs(owner)
        free = [key for key, spec in here.items() if not spec.required and key not in without]
        chosen = (
            self.draw(st.sets(st.sampled_from(free), min_size=min(2, len(free)), max_size=5))
            if free
            else set()
        )
        return [
            (key, spec)
            for key, spec in here.items()
            if key not in without and (spec.required or key in chosen)
        ]

    def part(self, owner: type[Part], key: str | None = None) -> dict[str, Any]:
        found: dict[str, Any] = {} if key is None else {"key": key}
        if issubclass(owner, Facts):
            self.listed = {}
        if key is None and issubclass(owner, Entry) and self.draw(st.integers(0, 9)) == 0:
            self.named += 1
            found["key"] = f"k{self.named}"
        for name, spec in self.some(owner, {"key", "absences"}):
            self.put(found, name, self.value(spec))
            if name in NAMED and issubclass(owner, Facts):
                kinds = [item["kind"] for item in found.get(name, ())]
                self.listed[name] = [kind for kind in kinds if isinstance(kind, str)]
        if issubclass(owner, Entry) and self.draw(st.integers(0, 3)) == 0:
            self.absences(owner, found)
        self.own(found)
        return found

    def own(self, found: dict[str, Any]) -> None:
        if self.draw(st.integers(0, 9)) == 0:
            found["x-own"] = self.draw(own_values)

    @staticmethod
    def put(found: dict[str, Any], key: str, value: Any) -> None:
        if value is not None:
            found[key] = value

    def absences(self, owner: type[Part], found: dict[str, Any]) -> None:
        free = [
            key
            for key in specs(owner)
            if key not in found and key not in ("absences", "evidence", "key", "note")
        ]
        if free:
            found["absences"] = {self.draw(st.sampled_from(free)): self.part(Absence) or "none"}

    def value(self, spec: Spec) -> Any:
        if spec.mapping:
            return self.mapping(spec)
        if spec.part is Evidence:
            return [self.evidence(spec.owner)]
        if spec.part and (not spec.refers or self.draw(st.booleans())):
            return self.several(spec.part) if spec.many else self.part(spec.part)
        if spec.refers and not spec.refers.or_text:
            return self.reference(spec)
        if spec.among:
            known = self.listed.get(spec.among.field)
            return None if not known else self.draw(st.lists(st.sampled_from(known), max_size=2))
        return self.draw(_single(_hints(spec.owner)[spec.name]))

    def mapping(self, spec: Spec) -> Any:
        if spec.part is Absence or not self.keys["party"]:
            return None
        return self.draw(st.dictionaries(words, st.sampled_from(self.keys["party"]), max_size=2))

    def evidence(self, owner: type[Part]) -> dict[str, Any]:
        fields = self.draw(st.lists(st.sampled_from(sorted(specs(owner))), max_size=2))
        return {**self.part(Evidence), "for": fields}

    def reference(self, spec: Spec) -> Any:
        known = [*self.keys[spec.refers.kind], *spec.refers.or_words]
        if not known:
            return None
        chosen = self.draw(st.lists(st.sampled_from(known), min_size=1, max_size=3 if spec.many else 1))
        return chosen if spec.many else chosen[0]

    def several(self, part: type[Part]) -> list[Any]:
        found: list[Any] = []
        said = set()
        for _ in range(self.draw(st.integers(0, 2))):
            entry = self.part(part)
            name = identity_of(entry, part) if issubclass(part, Entry) else None
            if name is None or repr(name) not in said:
                said.add(repr(name))
                found.append(entry)
        return found


@st.composite
def register_data(draw: Callable[[st.SearchStrategy[Any]], Any]) -> dict[str, Any]:
    """Plain data of a register of the right shape."""
    return _World(draw).register()


def registers() -> st.SearchStrategy[Register]:
    """Registers of the right shape."""
    return register_data().map(Register.of)
