"""`ropa due`: what falls due, as text, as JSON or as a calendar."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ropa.cli.show import language_option, on_option


@click.command("due")
@click.argument("registers", nargs=-1, required=True, metavar="REGISTER...")
@click.option(
    "--within",
    default="90d",
    show_default=True,
    metavar="PERIOD",
    help="How far to look: 90d, 6m, 1y or P3M.",
)
@on_option
@language_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "ics"]), default="text", show_default=True
)
@click.option(
    "-o",
    "--output",
    default=None,
    metavar="FILE",
    help="Write the calendar to this file, over the one that is there.",
)
def command(
    registers: tuple[str, ...],
    within: str,
    on: date | None,
    language: str | None,
    form: str,
    output: str | None,
) -> int:
    """Show what falls due: terms, ends, and what is to be looked at again. What is overdue comes first."""
    from ropa.agenda import due
    from ropa.agenda.span import last_day

    day = on or date.today()
    last_day(day, within)  # a wrong period is told before a file is read
    if output is not None and (form != "ics" or Path(output).suffix != ".ics"):
        raise click.UsageError("-o writes a calendar: say --format ics -o FILE.ics")
    if form == "ics":
        return _calendar(registers, within, day, language, output)
    from ropa.cli.settings import tables_for
    from ropa.cli.several import ask_each

    return ask_each(
        registers,
        lambda register, that, path: due(register, on=that, within=within, tables=tables_for(path)),
        day,
        language,
        form,
    )


def _calendar(
    registers: tuple[str, ...], within: str, on: date, language: str | None, output: str | None
) -> int:
    """One calendar of all registers; one that cannot be read does not end the run."""
    from ropa.agenda import due
    from ropa.cli import BAD_CALL
    from ropa.cli.settings import tables_for
    from ropa.cli.show import safe
    from ropa.errors import NotUnderstood
    from ropa.formats import ics
    from ropa.formats.native import load
    from ropa.formats.safe_file import write_atomic

    agendas, unread = [], False
    for path in registers:
        try:
            agendas.append(due(load(path), on=on, within=within, tables=tables_for(path)))
        except NotUnderstood as error:
            click.echo(safe(str(error)), err=True)
            unread = True
    text = ics.write(agendas, language)
    if output is None:
        _print(text)
    elif not unread:
        write_atomic(Path(output), text.encode())
    return BAD_CALL if unread else 0


def _print(text: str) -> None:
    """A calendar on the way out keeps its own line ends, whatever the system makes of those of text."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        click.echo(text, nl=False)
        return
    sys.stdout.flush()
    stream.write(text.encode())
    stream.flush()
