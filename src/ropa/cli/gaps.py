"""`ropa gaps`: what the chains of a register lack."""

from __future__ import annotations

from datetime import date

import click

from ropa.cli.answer import answer_options


@click.command("gaps")
@click.argument("registers", nargs=-1, required=True, metavar="REGISTER...")
@answer_options
def command(registers: tuple[str, ...], on: date | None, language: str | None, form: str) -> int:
    """Show what chains lack: contracts, authorisations, regions, notice, grounds, and steps that are not recorded."""
    from ropa.cli.settings import tables_for
    from ropa.cli.several import ask_each
    from ropa.sharing.gaps import gaps

    return ask_each(
        registers,
        lambda register, day, path: gaps(register, on=day, tables=tables_for(path)),
        on,
        language,
        form,
    )
