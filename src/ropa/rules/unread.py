"""Statements about cookies that are named, hold what the register does not, and are no source of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.model import Cookie, Notice, Register
from ropa.model.text import sayings
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.stated import stated
from ropa.rules.statements import valid


def unread(register: Register, on: date) -> Iterator[tuple[str, Notice]]:
    """Each such statement that holds on a day, with its path."""
    activities = controlled(register, on).activities
    held: list[Cookie] = [one.value for one in stated(register, on, "cookies")]
    is_silent = not held and any("cookies" not in one.seen.activity.absences for one in activities)
    for path, one in valid(register, on):
        if not lexicon("cookies", "statement").finds(one.title) or _is_a_source(register, one):
            continue
        if is_silent or any(_points_to(cookie, one) for cookie in held):
            yield path, one


def _is_a_source(register: Register, one: Notice) -> bool:
    """Whether it is one of the texts that the register was drawn from."""
    titles = {said.casefold() for said in sayings(one.title)}
    return any(said.casefold() in titles for source in register.sources for said in sayings(source.title))


def _points_to(cookie: Cookie, one: Notice) -> bool:
    """Whether a cookie on record says that there is more in a statement."""
    words = (cookie.refuse, cookie.purpose, cookie.note)
    texts = [said.casefold() for text in words for said in sayings(text)]
    return any(said.casefold() in text for said in sayings(one.title) for text in texts)
