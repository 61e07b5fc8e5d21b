"""`ropa diff`: what changed from one register to another, as an officer would name it."""

from __future__ import annotations

import json
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import click

from ropa.cli.show import Day, language_option, on_option, one_line, safe, say
from ropa.formats.native import load

if TYPE_CHECKING:
    from ropa.changes import Changes


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True
)
@on_option
@click.option(
    "--since",
    type=Day(),
    default=None,
    help="The day to look at OLD (default: its adoption, where that is before that of NEW; else as --on).",
)
@language_option
def command(old: str, new: str, form: str, on: date | None, since: date | None, language: str | None) -> int:
    """What changed from register OLD to register NEW. Exits with 1 where something did."""
    from ropa.changes import diff

    found = diff(load(old), load(new), on=on or date.today(), since=since)
    if form == "json":
        click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    elif form == "markdown":
        from ropa.formats.changes.markdown import write

        click.echo(safe(write(found, language)))
    else:
        _text(found, language)
    return 1 if found else 0


def _text(found: Changes, language: str | None) -> None:
    """The day, then a line for each change under how soon to look at it."""
    from ropa.glossary import phrase

    say(found.on.isoformat() if found.on else "", dim=True)
    remarks = found.remarks(language)
    for line in remarks:
        say(one_line(line), bold=True)
    told = found.sentences(language)[len(remarks) :]
    if not found:
        say(told[0])
        return
    for weight, pairs in groupby(zip(found, told, strict=True), lambda pair: pair[0].weight):
        say(phrase(f"changes.weight-{weight}", language or found.language), bold=True)
        for _, line in pairs:
            say(f"  {one_line(line)}")
