"""`ropa concentration`: on how few parties, countries and groups everything rests."""

from __future__ import annotations

from datetime import date

import click

from ropa.cli.answer import answer_options


@click.command("concentration")
@click.argument("registers", nargs=-1, required=True, metavar="REGISTER...")
@answer_options
def command(registers: tuple[str, ...], on: date | None, language: str | None, form: str) -> int:
    """Show on how few parties, countries, groups and kinds of service the activities rest."""
    from ropa.cli.several import ask_each
    from ropa.sharing.concentration import concentration

    return ask_each(registers, lambda register, day, _: concentration(register, on=day), on, language, form)
