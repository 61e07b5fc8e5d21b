"""Which dated tables a rule looks at, seen in its code and in the code it calls."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import isclass, isfunction, unwrap
from types import CodeType
from typing import Any

from ropa.rules import Rule

AT_HOME = {
    "ropa.law.authority": "authorities",
    "ropa.law.country": "eea",
    "ropa.law.dpia_list": "dpia-lists",
    "ropa.law.statutory": "retention",
}
"""The module whose functions look something up in a table, by module."""
GIVEN = {"age_of": "ages", "ages": "ages"}
"""What a rule that is given the tables asks them for, where it is not decisions and clauses."""


def looks_at(rule: Rule) -> tuple[str, ...]:
    """The names of the tables, in order; none where the rule only looks at the register."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Any] = [rule.finds]
    while waiting:
        one = unwrap(waiting.pop())
        home = getattr(one, "__module__", None) or ""
        if id(one) in seen or not home.startswith("ropa."):
            continue
        seen.add(id(one))
        if home in AT_HOME:
            found |= {AT_HOME[home]} if isfunction(one) else set()
        else:
            waiting += _called(one)
    if rule.takes_tables:
        asked = {GIVEN[name] for name in _names(rule.finds.__code__) if name in GIVEN}
        found |= asked or {"adequacy", "clauses"}
    return tuple(sorted(found))


def _called(one: Any) -> Iterator[Any]:
    """What a function or the functions of a class name, as far as it is a function or a class."""
    held = tuple(vars(one).values()) if isclass(one) else (one,)
    for value in held:
        function = unwrap(getattr(value, "fget", None) or getattr(value, "func", None) or value)
        if isfunction(function):
            named = (function.__globals__.get(name) for name in _names(function.__code__))
            yield from (each for each in named if isclass(each) or callable(each))


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
