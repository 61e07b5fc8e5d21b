"""What a rule is: one fault, with its provision, its duty and how certain a machine can be of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from inspect import cleandoc, signature
from typing import Any, cast

from ropa.glossary import has_phrase, phrase
from ropa.law import Certainty, Duty, Tables, standard
from ropa.model import Register


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rule sees its fault: the path, and the facts its message needs.

    `article`, `duty` and `certainty` are given where they differ from the rule's own.
    """

    at: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    article: str = ""
    duty: Duty | None = None
    certainty: Certainty | None = None
    unless: str = ""
    """A rule, by code or name: where the check has it, this is no fault."""
    of: str = ""
    """Which of several faults of the rule at this place, as a machine word: a waiver can name it."""
    variant: str = ""
    """Where the rule has words for this case, as in `remedy-awaited`: these are said instead of its own."""


ByDay = Callable[[Register, date], Iterable[Place]]
ByTables = Callable[[Register, date, Tables], Iterable[Place]]
Finds = ByDay | ByTables
"""What a rule is made of: a function of a register and a day; one that looks something up in the dated tables takes
them as `tables`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `code` has no meaning and is never reused; `name` is the fault, so that "allow name" reads well."""

    code: str
    name: str
    article: str
    duty: Duty
    certainty: Certainty
    theme: str
    profile: str
    finds: Finds
    doc: str
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The words of a rule of one's own: `message` and `remedy` by language. Ours stand in the glossary."""
    takes_tables: bool = False
    """Whether what it finds depends on the dated tables."""

    def __call__(self, register: Register, on: date, tables: Tables | None = None) -> Iterable[Place]:
        """The places of the fault on a day, by the library's dated tables where no others are given."""
        if self.takes_tables:
            return cast(ByTables, self.finds)(register, on, tables or standard())
        return cast(ByDay, self.finds)(register, on)

    def title(self, language: str) -> str:
        """What it is about, in a few words; for a rule of one's own the first sentence of its docstring."""
        key = f"rules.{self.name}.title"
        return phrase(key, language) if has_phrase(key) else self.doc.partition("\n")[0] or self.name


def rule(
    code: str,
    *,
    article: str,
    duty: Duty,
    certainty: Certainty = Certainty.RECORDED,
    theme: str = "records",
    profile: str = "art30-strict",
    message: Mapping[str, str] | None = None,
    remedy: Mapping[str, str] | None = None,
) -> Callable[[Finds], Rule]:
    """Makes a rule of a function that yields the places of its fault. The function's name is the rule's.

    It takes a register and a day, and the dated tables of the check where it has a parameter `tables`.

    Its docstring is one sentence, then *Flagged:* and *Accepted:* with a YAML fragment each; both are run as tests.
    A rule of one's own gives its `message` and `remedy` by language, with `{gaps}` for the facts of a place; without
    them the first sentence of its docstring speaks for it.
    """

    def make(finds: Finds) -> Rule:
        name = finds.__name__.replace("_", "-")
        words = {what: said for what, said in (("message", message), ("remedy", remedy)) if said}
        return Rule(
            code,
            name,
            article,
            duty,
            certainty,
            theme,
            profile,
            finds,
            cleandoc(finds.__doc__ or ""),
            words,
            takes_tables="tables" in signature(finds).parameters,
        )

    return make
