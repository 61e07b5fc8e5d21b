"""Which provisions the findings of a rule can cite besides that of the rule: seen in its example and in its code."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from inspect import isfunction
from textwrap import dedent
from types import CodeType

import ropa
from ropa.explaining.rule import parted
from ropa.glossary import known
from ropa.rules import Rule
from ropa.rules.provided import CALLED_FOR, not_provided

DAY = date(2026, 6, 1)
"""A fixed day, so that a page only changes when a rule does."""
_ON = re.compile(r"# on: (\d{4}-\d\d-\d\d)")
_YAML = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
RIGHTS = "rights"
"""The vocabulary whose terms know their article: a rule that reads it cites that of the right it is about."""
OF_THE_SUBJECT = range(15, 23)
"""The articles of those rights that data subjects exercise."""


def cites(rule: Rule) -> tuple[str, ...]:
    """The provisions, in the order they are found."""
    return _cites(rule.code)


@cache
def _cites(code: str) -> tuple[str, ...]:
    rule = ropa.rules.explain(code)
    found = dict.fromkeys((*_in_example(rule), *_of_rights(rule)))
    return tuple(one for one in found if one and one != rule.article)


def _in_example(rule: Rule) -> Iterator[str]:
    for text in _YAML.findall(parted(rule.doc)[1]):
        on = _ON.search(text)
        register = ropa.loads(dedent(text))
        yield from (place.article for place in rule(register, date.fromisoformat(on[1]) if on else DAY))


def _of_rights(rule: Rule) -> Iterator[str]:
    own = vars(sys.modules[rule.finds.__module__]).values()
    codes = [
        rule.finds.__code__,
        *(one.__code__ for one in own if isfunction(one) and one.__module__ == rule.finds.__module__),
    ]
    if any({RIGHTS, "article"} <= set(_texts(code)) for code in codes):
        articles = {word: str(block.get("article", "")) for word, block in known(RIGHTS).items()}
        if not_provided.__name__ in rule.finds.__code__.co_names:
            yield from (articles[word] for word in CALLED_FOR)
        else:
            yield from (one for one in articles.values() if one.isdigit() and int(one) in OF_THE_SUBJECT)


def _texts(code: CodeType) -> Iterator[str]:
    for one in code.co_consts:
        if isinstance(one, str):
            yield one
        elif isinstance(one, CodeType):
            yield from _texts(one)
