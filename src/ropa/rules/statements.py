"""The privacy statements of a register: which hold on a day, where they stand, what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import names_field, text
from ropa.model import Notice, Register
from ropa.model.spot import segments
from ropa.rules.naming import Fact


def valid(register: Register, on: date) -> Iterator[tuple[str, Notice]]:
    """Every statement that holds on a day, with its path."""
    for end, one in zip(segments(register.notices), register.notices, strict=True):
        if one.holds(on):
            yield f"notices.{end}", one


def title(register: Register, one: Notice) -> Fact:
    """What a statement is called; the word for statements where it has no title."""

    def said(language: str) -> str:
        if one.title is None:
            return names_field("Register", "notices", language)
        return text(one.title, language, register.language)

    return said
