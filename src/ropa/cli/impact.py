"""`ropa impact`: what a breach, a party that goes or moves, or a decision that falls would touch, in one register or many."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from ropa.cli.answer import answer_options
from ropa.cli.show import language_for, one_line, say
from ropa.errors import UnknownEntry
from ropa.formats.native import load

if TYPE_CHECKING:
    from ropa.sharing import Impact


@click.command("impact")
@click.argument("registers", nargs=-1, required=True)
@click.option("--breach", default=None, metavar="PARTY", help="Personal data are breached at this party.")
@click.option("--remove", default=None, metavar="PARTY", help="This party is no longer there.")
@click.option("--revoke", default=None, metavar="DECISION", help="This decision is struck down: 2023/1795.")
@click.option("--move", default=None, metavar="PARTY=COUNTRY", help="This party processes there from now on.")
@answer_options
def command(
    registers: tuple[str, ...],
    breach: str | None,
    remove: str | None,
    revoke: str | None,
    move: str | None,
    on: date | None,
    language: str | None,
    form: str,
) -> int:
    """Show what one event would touch. A PARTY goes by key, register number or name."""
    asked: dict[str, Any] = {"breach": breach, "remove": remove, "revoke": revoke, "move": _moving(move)}
    asked = {name: value for name, value in asked.items() if value is not None}
    if len(asked) != 1:
        raise click.UsageError("ask one question: --breach, --remove, --revoke or --move")
    day = on or date.today()
    found = _ask_all(registers, day, asked)
    if form == "json":
        plain = [{"register": path, **(one.as_json() if one else _nothing(day))} for path, one in found]
        click.echo(json.dumps(plain if len(plain) > 1 else plain[0], ensure_ascii=False, indent=2))
        return 0
    say(day.isoformat(), dim=True)
    for path, one in found:
        if len(found) > 1:
            say(path, bold=True)
        said = one.sentences(language_for(one.register, language)) if one else (_absent(language),)
        for line in said:
            say(one_line(line))
    return 0


def _ask_all(paths: tuple[str, ...], on: date, asked: dict[str, Any]) -> list[tuple[str, Impact | None]]:
    """The answer of each register; None for one that does not know the party, as long as another does."""
    from ropa.sharing import impact

    found: list[tuple[str, Impact | None]] = []
    strange: list[UnknownEntry] = []
    for path in paths:
        try:
            found.append((path, impact(load(path), on=on, **asked)))
        except UnknownEntry as error:
            strange.append(error)
            found.append((path, None))
    if len(strange) == len(paths):
        raise next((one for one in strange if "did you mean" in str(one)), strange[0])
    return found


def _moving(said: str | None) -> dict[str, str] | None:
    if said is None:
        return None
    party, mark, country = said.rpartition("=")
    if not (mark and party and country):
        raise click.UsageError("--move says who and where to: --move PARTY=COUNTRY")
    return {party: country}


def _nothing(on: date) -> dict[str, object]:
    return {
        "on": on.isoformat(),
        "question": {},
        "activities": [],
        "notify": [],
        "transfers": [],
        "agreements": [],
    }


def _absent(language: str | None) -> str:
    from ropa.glossary import LANGUAGES, phrase

    return phrase("sharing.impact.absent", language or LANGUAGES[0])
