"""`ropa verify`: a manifest held against its files."""

from __future__ import annotations

import json

import click

from ropa.cli.show import one_line, say
from ropa.formats.manifest import verify
from ropa.glossary import LANGUAGES, require

DIFFERS = 1


@click.command("verify")
@click.argument("path", metavar="MANIFEST|DIR|BUNDLE")
@click.argument("registers", nargs=-1, metavar="[REGISTER...]")
@click.option("--language", default=LANGUAGES[0], help="The reader's language.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print it."
)
def command(path: str, registers: tuple[str, ...], language: str, form: str) -> int:
    """Hold a manifest against its files: what is gone, what is another, what would now say something else."""
    found = verify(path, registers)
    speaks = require(language)
    if form == "json":
        click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        for line in found.sentences(speaks):
            say(one_line(line))
    return 0 if found.same else DIFFERS
