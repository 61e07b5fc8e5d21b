"""`ropa holders`: who may hold some kind of data, or the data of some group of people."""

from __future__ import annotations

from datetime import date

import click

from ropa.cli.answer import answer_options, show
from ropa.cli.one_register import OneRegister
from ropa.formats.native import load


@click.command("holders", cls=OneRegister)
@click.argument("register")
@click.argument("term")
@answer_options
def command(register: str, term: str, on: date | None, language: str | None, form: str) -> int:
    """Show who may hold TERM: a kind of personal data, or a group of people."""
    from ropa.sharing import holders

    return show(holders(load(register), term, on=on or date.today()), language, form)
