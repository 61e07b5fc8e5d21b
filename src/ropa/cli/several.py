"""One question asked of several registers: a block for each, and one that cannot be read does not end the run."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import click

from ropa.cli import BAD_CALL
from ropa.cli.show import language_for, one_line, safe, say
from ropa.errors import NotUnderstood
from ropa.formats.native import load
from ropa.glossary import phrase
from ropa.model import Register
from ropa.sharing.answer import Answer

SAID_OF_A_PROBLEM = ("at", "wrong", "instead", "file", "line")


def ask_each(
    paths: tuple[str, ...],
    ask: Callable[[Register, date], Answer],
    on: date | None,
    language: str | None,
    form: str,
) -> int:
    """Asks each register and prints the answers, each under the name of its file; as JSON a list of several."""
    day = on or date.today()
    answers: list[dict[str, Any]] = []
    unread = False
    for path in paths:
        try:
            answer = ask(load(path), day)
        except NotUnderstood as error:
            unread = True
            click.echo(safe(str(error)), err=True)
            problems = [{name: getattr(one, name) for name in SAID_OF_A_PROBLEM} for one in error.problems]
            answers.append({"register": path, "problems": problems})
            continue
        if form == "json":
            answers.append({"register": path, **answer.as_json()})
        else:
            _block(path, answer, day, language)
    if form == "json":
        click.echo(json.dumps(answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=2))
    return BAD_CALL if unread else 0


def _block(path: str, answer: Answer, day: date, language: str | None) -> None:
    speaks = language_for(answer.register, language)
    say(one_line(f"{path} · {phrase('check.as-of', speaks, on=day.isoformat())}"), bold=True)
    for line in answer.sentences(speaks):
        say(one_line(line))
