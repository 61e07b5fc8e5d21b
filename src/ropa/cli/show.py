"""What goes to a terminal: text from a register made harmless, dates and options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import click

from ropa.glossary import LANGUAGES, spoken
from ropa.model import Register

_LOUD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
T = TypeVar("T", bound=Callable[..., Any])


def safe(text: str) -> str:
    """Text a terminal shows and does not obey: control and direction characters become visible.

    >>> safe("red\\x1b[31m")
    'red<U+001B>[31m'
    """
    return _LOUD.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def one_line(text: str) -> str:
    """The same on one line, so that no text can pass for a line of our own."""
    return safe(text.replace("\n", " ").replace("\t", " "))


def say(text: str = "", **style: Any) -> None:
    """Prints a line."""
    click.echo(click.style(safe(text), **style) if style else safe(text))


class Day(click.ParamType):  # type: ignore[type-arg]
    """A day as year-month-day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
                self.fail(f"there is no such day: {value}", param, ctx)
            self.fail("a day is written as year-month-day: 2026-03-01", param, ctx)


def on_option(command: T) -> T:
    """`--on DATE`: the day the question is asked for."""
    return click.option("--on", type=Day(), default=None, help="The day to look at (default: today).")(
        command
    )


def language_option(command: T) -> T:
    """`--language L`: the reader's language."""
    return click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        default=None,
        help="The reader's language (default: the register's).",
    )(command)


def language_for(register: Register, asked: str | None) -> str:
    """The language asked for, else the register's own if the glossary speaks it."""
    return asked or spoken(register.language)
