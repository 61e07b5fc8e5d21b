"""Every rule there is, found by its file: a new rule is registered by being there."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.rules.rule import Rule


def _found() -> tuple[Rule, ...]:
    here = Path(__file__).parent
    modules = sorted(
        f"{file.parent.name}.{file.stem}" for file in here.glob("*/*.py") if file.stem != "__init__"
    )
    rules = (
        value
        for name in modules
        for value in vars(import_module(f"ropa.rules.{name}")).values()
        if isinstance(value, Rule)
    )
    return tuple(sorted(rules, key=lambda one: one.code))


RULES = _found()
"""Every rule, in the order of its code."""


def explain(word: str) -> Rule:
    """The rule of that code or name; `UnknownEntry` with the nearest one where there is none.

    >>> explain("ROPA002").name
    'processor-without-agreement'
    """
    for one in RULES:
        if word in (one.code, one.name):
            return one
    hint = nearest(word, [one.name for one in RULES])
    raise UnknownEntry(f"there is no rule {str(word)[:60]!r}" + (f"; did you mean {hint!r}?" if hint else ""))
