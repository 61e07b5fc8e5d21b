"""`ropa check`: what an inspector would note, with file and line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from ropa.cli import BAD_CALL
from ropa.cli.settings import LEVELS, Settings, settings_for
from ropa.cli.show import language_for, language_option, on_option, one_line, safe, say
from ropa.errors import NotUnderstood
from ropa.formats.findings import baseline
from ropa.formats.findings.told import Checked, Unread
from ropa.formats.native import load
from ropa.glossary import phrase
from ropa.law import Level
from ropa.rules import check

FORMATS = ("text", "json", "github", "markdown", "sarif", "junit")
READ = ("text", "markdown")
"""Formats for people, who asked for some findings and not for everything else; a program finds all in the others."""
STYLES: dict[str, dict[str, object]] = {
    "head": {"bold": True},
    "group": {"bold": True},
    "error": {"fg": "red"},
    "warning": {"fg": "yellow"},
    "note": {"fg": "blue"},
    "aside": {"dim": True},
    "sum": {"bold": True},
}
"""How each kind of line looks on a terminal."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the call says: it goes before what settings say."""

    on: date
    language: str | None
    fail_on: str | None
    select: str | None
    ignore: str | None
    baseline: str | None
    writes: str | None
    coverage: bool | None
    form: str

    def covers(self, selected: bool) -> bool:
        """Whether it is told how much is answered: where that is asked for, or no findings are selected."""
        if self.form not in READ:
            return True
        return not selected if self.coverage is None else self.coverage


@click.command("check")
@click.argument("registers", nargs=-1, required=True, metavar="REGISTER...")
@on_option
@language_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    default=None,
    help="Exit with 1 if there is a finding at least as loud as this (default: error).",
)
@click.option(
    "--select",
    metavar="WORD,...",
    default=None,
    help="Only these findings: code, name, article:46, theme:…, profile:…, certainty:… or level:….",
)
@click.option("--ignore", metavar="WORD,...", default=None, help="Not these findings, in the same words.")
@click.option(
    "--coverage/--no-coverage",
    default=None,
    help="Tell how far Articles 30, 13 and 14 are answered (default: unless findings are selected; JSON always does).",
)
@click.option(
    "--config", metavar="FILE", default=None, help="Settings (default: ropa.toml beside the register)."
)
@click.option("--no-config", is_flag=True, help="Take no settings from a ropa.toml beside the register.")
@click.option(
    "--baseline",
    "known",
    metavar="FILE",
    default=None,
    help="Findings in this file are known and fail nothing.",
)
@click.option(
    "--write-baseline", "writes", metavar="FILE", default=None, help="Write what is found to a file as known."
)
def command(
    registers: tuple[str, ...],
    on: date | None,
    language: str | None,
    form: str,
    fail_on: str | None,
    select: str | None,
    ignore: str | None,
    coverage: bool | None,
    config: str | None,
    no_config: bool,
    known: str | None,
    writes: str | None,
) -> int:
    """Check registers as an inspector would, on any day. One that cannot be read does not end the run."""
    asked = Asked(on or date.today(), language, fail_on, select, ignore, known, writes, coverage, form)
    answers: list[Checked | Unread] = []
    levels: list[Level] = []
    for path in registers:
        settings = Settings() if no_config else settings_for(path, config)
        levels.append(Level(fail_on or settings.fail_on or Level.ERROR))
        try:
            answers.append(_checked(path, asked, settings))
        except NotUnderstood as error:
            click.echo(safe(str(error)), err=True)
            answers.append(Unread(path, error))
        if form == "text":
            _text(answers[-1])
    _write(form, answers, levels)
    unread = any(isinstance(one, Unread) for one in answers)
    if writes:
        return _known(writes, answers) if not unread else BAD_CALL
    failed = any(
        isinstance(one, Checked) and one.fails(level) for one, level in zip(answers, levels, strict=True)
    )
    return BAD_CALL if unread else 1 if failed else 0


def _checked(path: str, asked: Asked, settings: Settings) -> Checked:
    known = Path(asked.baseline) if asked.baseline else settings.baseline
    before = None if known is None or asked.writes else baseline.read(known)
    tables = settings.dated_tables()
    register = load(path)
    select = settings.select if asked.select is None else (asked.select,)
    report = check(
        register,
        on=asked.on,
        select=select,
        ignore=settings.ignore if asked.ignore is None else (asked.ignore,),
        tables=tables,
    )
    if not asked.covers(any(select)):
        report = replace(report, coverage=())
    speaks = language_for(register, asked.language or settings.language or None)
    return Checked(path, register, report, speaks, before, settings.file)


def _text(one: Checked | Unread) -> None:
    from ropa.formats.findings import text

    for kind, line in text.lines(one) if isinstance(one, Checked) else ():
        say(one_line(line), **STYLES.get(kind, {}))


def _write(form: str, answers: Sequence[Checked | Unread], levels: Sequence[Level]) -> None:
    """Prints everything at once, in a form that another program reads."""
    if form == "json":
        from ropa.formats.findings import json

        click.echo(json.write(answers), nl=False)
    elif form == "github":
        from ropa.formats.findings import github

        click.echo(safe(github.write(answers)), nl=False)
    elif form == "markdown":
        from ropa.formats.findings import markdown

        click.echo(markdown.write(answers), nl=False)
    elif form == "sarif":
        from ropa.formats.findings import sarif

        click.echo(sarif.write(answers), nl=False)
    elif form == "junit":
        from ropa.formats.findings import junit

        click.echo(junit.write(answers, levels), nl=False)


def _known(file: str, answers: Sequence[Checked | Unread]) -> int:
    checked = [one for one in answers if isinstance(one, Checked)]
    number = baseline.write(Path(file), checked)
    click.echo(one_line(phrase("check.written", checked[0].language, file=file, number=number)), err=True)
    return 0
