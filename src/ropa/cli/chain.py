"""`ropa chain`: every processor below an activity or a party, at any depth."""

from __future__ import annotations

from datetime import date

import click

from ropa.cli.answer import answer_options, show
from ropa.cli.one_register import OneRegister
from ropa.cli.show import one_line, say
from ropa.cli.whom import party_meant, party_or_activity_meant
from ropa.errors import UnknownEntry
from ropa.formats.native import load


@click.command("chain", cls=OneRegister)
@click.argument("register")
@click.argument("asked", required=False, metavar="[PARTY|ACTIVITY]")
@click.option("--customer", default=None, help="Only what is done on behalf of this controller.")
@answer_options
def command(
    register: str, asked: str | None, customer: str | None, on: date | None, language: str | None, form: str
) -> int:
    """Show the processors below a party or an activity (default: the holder): who, where, on which paper.

    A party goes by key, register number or name; an activity by its key.
    """
    from ropa.sharing.chain import chain

    held = load(register)
    whom = asked or held.holder
    if whom is None:
        raise UnknownEntry(
            "the register names no holder: say whose chain, by the key of a party or an activity"
        )
    about = party_or_activity_meant(held, whom)
    behalf = None if customer is None else party_meant(held, customer)
    found = chain(held, about, on=on or date.today(), customer=behalf)
    if form == "json":
        return show(found, language, form)
    day: date | None = found.on
    say(day.isoformat() if day else "", dim=True)
    for line in found.tree(language):
        say(one_line(line))
    return 0
