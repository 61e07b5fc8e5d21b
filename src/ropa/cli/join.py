"""`ropa join`: several registers as one, and what was not united."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ropa.cli.show import language_for, language_option, one_line, say
from ropa.formats.export import export, format_of
from ropa.formats.native import load
from ropa.formats.safe_file import make_folder
from ropa.glossary import phrase


@click.command("join")
@click.argument("registers", nargs=-1, required=True, metavar="REGISTER...")
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="The register file to write (.yaml or .json)."
)
@click.option("--by-name", is_flag=True, help="Also unite parties of one name, where no number contradicts.")
@click.option("--holder", default=None, help="Key of the new register's holder (default: the first one's).")
@language_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--force", is_flag=True, help="Write over a register file that exists.")
def command(
    registers: tuple[str, ...],
    output: str,
    by_name: bool,
    holder: str | None,
    language: str | None,
    form: str,
    force: bool,
) -> int:
    """Put registers into one: parties with the same registration number become one party."""
    from ropa.unite import join

    if not format_of(Path(output)).precious:
        raise click.UsageError("-o takes a register file: .yaml or .json; `ropa export` makes the rest of it")
    joined = join(*map(load, registers), by_name=by_name, holder=holder)
    make_folder(Path(output).parent)  # as `ropa export` does
    export(joined.register, output, force=force)
    if form == "json":
        click.echo(json.dumps(joined.as_json(), ensure_ascii=False, indent=2))
        return 0
    speaks = language_for(joined.register, language)
    for line in joined.sentences(speaks) or (phrase("unite.nothing", speaks),):
        say(one_line(line))
    say(one_line(output), dim=True)
    return 0
