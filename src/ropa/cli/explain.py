"""`ropa explain`: what a rule, a provision, a decision, a country, a field, a dated table or a word of the law means."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from ropa.cli.settings import read
from ropa.cli.show import on_option, one_line, say
from ropa.explaining import explain
from ropa.explaining.words import ASIDE, FIRST
from ropa.glossary import LANGUAGES


@click.command("explain")
@click.argument("word")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True)
@on_option
@click.option(
    "--config",
    type=click.Path(),
    default=None,
    metavar="FILE",
    help="Settings (ropa.toml) with rows of your own for the dated tables.",
)
def command(word: str, language: str, on: date | None, config: str | None) -> int:
    """Explain a rule (code or name), a provision ("30(1)(d)"), a decision (2023/1795), a country (code or name), a field
    (Flow.role), a known term, or a dated table (ages; `tables` names them all)."""
    tables = read(Path(config)).dated_tables() if config else None
    for kind, line in explain(word, language=language, on=on or date.today(), tables=tables).lines:
        say(one_line(line), bold=kind == FIRST, dim=kind == ASIDE)
    return 0
