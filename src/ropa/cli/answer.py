"""How every question about sharing is asked and answered in the command line: one shape for all of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import click

from ropa.cli.show import language_option, on_option, one_line, say

if TYPE_CHECKING:
    from ropa.sharing.answer import Answer

T = TypeVar("T", bound=Callable[..., object])


def answer_options(command: T) -> T:
    """`--on`, `--language` and `--format`, as every question has them."""
    form = click.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
    )
    return on_option(language_option(form(command)))


def show(answer: Answer, language: str | None, form: str) -> int:
    """Prints an answer: the day and a line for each thing found, or the same as JSON."""
    if form == "json":
        click.echo(json.dumps(answer.as_json(), ensure_ascii=False, indent=2))
        return 0
    on: date | None = answer.on
    say(on.isoformat() if on else "", dim=True)
    for line in answer.sentences(language):
        say(one_line(line))
    return 0
