"""Which dated tables a rule looks at, seen in its code and in the code it calls."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import isclass, isfunction, unwrap
from types import CodeType
from typing import Any

from ropa.rules import Rule

ASKS = {
    "adequate": ("adequacy",),
    "age_of": ("ages",),
    "ages": ("ages",),
    "authorities_in": ("authorities",),
    "authority_of": ("authorities",),
    "in_eea": ("eea",),
    "lacking": ("eea",),
    "judged": ("adequacy", "clauses", "eea"),
    "listed_in": ("dpia-lists",),
    "outside_eea": ("eea",),
    "retention": ("retention",),
    "terms_of": ("retention",),
    "threshold": ("thresholds",),
    "transfers": ("eea",),
}
"""What is asked of the tables, by the name it goes by in code."""


def looks_at(rule: Rule) -> tuple[str, ...]:
    """The names of the tables, in order; none where the rule only looks at the register."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Any] = [rule.finds] if rule.takes_tables else []
    while waiting:
        one = unwrap(waiting.pop())
        home = getattr(one, "__module__", None) or ""
        if id(one) in seen or not home.startswith(("ropa.rules.", "ropa.sharing.", "ropa.transfer.")):
            continue
        seen.add(id(one))
        for function in _functions(one):
            names = frozenset(_names(function.__code__))
            if "tables" in names:
                found.update(table for name in names & ASKS.keys() for table in ASKS[name])
            called = (function.__globals__.get(name) for name in names)
            waiting += [each for each in called if isclass(each) or callable(each)]
    return tuple(sorted(found))


def _functions(one: Any) -> Iterator[Any]:
    """A function, or those of a class."""
    for value in vars(one).values() if isclass(one) else (one,):
        function = unwrap(getattr(value, "fget", None) or getattr(value, "func", None) or value)
        if isfunction(function):
            yield function


def _names(code: CodeType) -> Iterator[str]:
    yield from (*code.co_names, *code.co_varnames, *code.co_freevars)
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
