"""`ropa path`: what protects data on the way from one party to another."""

from __future__ import annotations

from datetime import date

import click

from ropa.cli.answer import answer_options, show
from ropa.cli.one_register import OneRegister
from ropa.cli.whom import party_meant
from ropa.formats.native import load


@click.command("path", cls=OneRegister)
@click.argument("register")
@click.argument("sender")
@click.argument("recipient")
@answer_options
def command(
    register: str, sender: str, recipient: str, on: date | None, language: str | None, form: str
) -> int:
    """Show every hop from SENDER to RECIPIENT with its ground, and the weakest of them.

    A party goes by key, register number or name.
    """
    from ropa.cli.settings import tables_for
    from ropa.sharing import path_safeguards

    tables = tables_for(register)
    held = load(register)
    first, last = party_meant(held, sender), party_meant(held, recipient)
    found = path_safeguards(held, first, last, on=on or date.today(), tables=tables)
    return show(found, language, form)
