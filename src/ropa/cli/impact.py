"""`ropa impact`: what a breach, a party that goes or moves, or a decision that falls would touch, in one register or many."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from ropa.cli.answer import answer_options

if TYPE_CHECKING:
    from ropa.model import Register
    from ropa.sharing.answer import Answer


@click.command("impact")
@click.argument("registers", nargs=-1, required=True, metavar="REGISTER...")
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
    """Show what one event would touch. A PARTY goes by key, register number or name.

    In several registers it is one party: where one of them has its number, the others are searched by that number.
    """
    from ropa.cli.settings import tables_for
    from ropa.cli.several import Absent, ask_each
    from ropa.sharing import impact

    said: dict[str, Any] = {"breach": breach, "remove": remove, "revoke": revoke, "move": _moving(move)}
    said = {name: value for name, value in said.items() if value is not None}
    if len(said) != 1:
        raise click.UsageError("ask one question: --breach, --remove, --revoke or --move")
    ((question, about),) = said.items()
    party, country = about if question == "move" else (None if question == "revoke" else about, None)

    def ask(register: Register, day: date, path: str, party: str | None = None) -> Answer:
        what: Any = {party: country} if country else party or about
        return impact(register, on=day, tables=tables_for(path), **{question: what})

    absent = Absent("sharing.impact.absent", _nothing(on or date.today()))
    return ask_each(registers, ask, on, language, form, absent, party)


def _moving(said: str | None) -> tuple[str, str] | None:
    if said is None:
        return None
    party, mark, country = said.rpartition("=")
    if not (mark and party and country):
        raise click.UsageError("--move says who and where to: --move PARTY=COUNTRY")
    return party, country


def _nothing(on: date) -> dict[str, object]:
    return {
        "on": on.isoformat(),
        "question": {},
        "activities": [],
        "notify": [],
        "transfers": [],
        "agreements": [],
    }
