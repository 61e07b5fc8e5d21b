"""One question asked of several registers: a block for each, and one that cannot be read does not end the run."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import click

from ropa.cli import BAD_CALL
from ropa.cli.show import language_for, one_line, safe, say
from ropa.errors import NotUnderstood, UnknownEntry
from ropa.formats.native import load
from ropa.glossary import LANGUAGES, phrase
from ropa.model import Register
from ropa.sharing.answer import Answer

SAID_OF_A_PROBLEM = ("at", "wrong", "instead", "file", "line")


@dataclass(frozen=True)
class Asked:
    """What became of the question in one register: an answer, that it is strange there, or why it is not read."""

    path: str
    answer: Answer | None = None
    strange: UnknownEntry | None = None
    unread: NotUnderstood | None = None


@dataclass(frozen=True)
class Absent:
    """What stands for the answer of a register that knows nothing of what is asked, as another one does."""

    phrase: str
    plain: Mapping[str, Any] = field(default_factory=dict)


def ask_each(
    paths: tuple[str, ...],
    ask: Callable[[Register, date, str], Answer],
    on: date | None,
    language: str | None,
    form: str,
    absent: Absent | None = None,
) -> int:
    """Asks each register and prints the answers, each under the name of its file; as JSON a list of several.

    The question gets the register, the day and where the register stands: beside it there may be settings.
    With `absent` a register may not know what is asked, as long as another one does; `UnknownEntry` where none does.
    """
    day = on or date.today()
    asked = [_ask(path, ask, day) for path in paths]
    strange = [one.strange for one in asked if one.strange]
    if strange and (absent is None or len(strange) == len(paths)):
        raise next((one for one in strange if "did you mean" in str(one)), strange[0])
    plain = [_shown(one, day, language, form, absent or Absent("")) for one in asked]
    if form == "json":
        click.echo(json.dumps(plain[0] if len(plain) == 1 else plain, ensure_ascii=False, indent=2))
    return BAD_CALL if any(one.unread for one in asked) else 0


def _ask(path: str, ask: Callable[[Register, date, str], Answer], day: date) -> Asked:
    try:
        register = load(path)
    except NotUnderstood as error:
        return Asked(path, unread=error)
    try:
        return Asked(path, ask(register, day, path))
    except UnknownEntry as error:
        return Asked(path, strange=error)


def _shown(one: Asked, day: date, language: str | None, form: str, absent: Absent) -> Mapping[str, Any]:
    """The plain data of one register; printed as text where that is the form."""
    if one.unread is not None:
        click.echo(safe(str(one.unread)), err=True)
        problems = [{name: getattr(it, name) for name in SAID_OF_A_PROBLEM} for it in one.unread.problems]
        return {"register": one.path, "problems": problems}
    speaks = language_for(one.answer.register, language) if one.answer else language or LANGUAGES[0]
    if form != "json":
        say(one_line(f"{one.path} · {phrase('check.as-of', speaks, on=day.isoformat())}"), bold=True)
        for line in one.answer.sentences(speaks) if one.answer else (phrase(absent.phrase, speaks),):
            say(one_line(line))
        return {}
    return {"register": one.path, **(one.answer.as_json() if one.answer else absent.plain)}
