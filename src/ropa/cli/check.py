"""`ropa check`: what an inspector would note, with file and line."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from datetime import date
from typing import Any

import click

from ropa.cli import BAD_CALL
from ropa.cli.show import language_for, language_option, on_option, one_line, safe, say
from ropa.errors import NotUnderstood
from ropa.fields import called
from ropa.formats.native import load, origin_of
from ropa.glossary import citation, phrase, text
from ropa.law import Level
from ropa.model import Observation, Register
from ropa.rules import CheckReport, Finding, check

LOUDNESS = {Level.ERROR: 0, Level.WARNING: 1, Level.NOTE: 2}
COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.NOTE: "blue"}


@click.command("check")
@click.argument("registers", nargs=-1, required=True, metavar="REGISTER...")
@on_option
@language_option
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True
)
@click.option(
    "--fail-on", type=click.Choice([one.value for one in Level]), default="error", show_default=True,
    help="Exit with 1 if there is a finding at least as loud as this.",
)  # fmt: skip
def command(
    registers: tuple[str, ...], on: date | None, language: str | None, form: str, fail_on: str
) -> int:
    """Check registers as an inspector would, on any day. One that cannot be read does not end the run."""
    day = on or date.today()
    loudest = LOUDNESS[Level(fail_on)]
    failed = unread = False
    answers = []
    for path in registers:
        try:
            register = load(path)
        except NotUnderstood as error:
            unread = True
            click.echo(safe(str(error)), err=True)
            answers.append(_unread(path, error))
            continue
        report = check(register, on=day)
        speaks = language_for(register, language)
        failed |= any(LOUDNESS[one.level] <= loudest for one in report.findings)
        if form == "json":
            answers.append(_answer(path, register, report, speaks))
        elif form == "github":
            _github(path, register, report, speaks)
        else:
            _text(path, register, report, speaks)
    if form == "json":
        click.echo(json.dumps(answers[0] if len(answers) == 1 else answers, ensure_ascii=False, indent=2))
    return BAD_CALL if unread else 1 if failed else 0


def _unread(path: str, error: NotUnderstood) -> dict[str, Any]:
    shown = ("at", "wrong", "instead", "file", "line")
    return {
        "register": path,
        "problems": [{name: getattr(one, name) for name in shown} for one in error.problems],
    }


def _place(path: str, register: Register, where: str) -> tuple[str, int | None]:
    origin = origin_of(register)
    found = origin.place(where) if origin else None
    return found if found else (path, None)


def _text(path: str, register: Register, report: CheckReport, language: str) -> None:
    say(one_line(f"{path} · {phrase('check.as-of', language, on=report.on.isoformat())}"), bold=True)
    for one in report.findings:
        file, line = _place(path, register, one.where)
        place = f"{file}:{line}" if line else file
        say(
            f"{one_line(place)}: {one.level.value} {one.code} {one.name} {one_line(one.where)}",
            fg=COLOURS[one.level],
        )
        say(f"    {one_line(one.message(language))}")
        say(f"    → {one_line(one.remedy(language))}", dim=True)
    for waived in report.waived:
        said = text(waived.waiver.reason or "", language, register.language)
        say(
            one_line(
                f"{phrase('check.waived', language)}: {waived.finding.code} {waived.finding.where}: {said}"
            ),
            dim=True,
        )
    for seen in report.observations:
        say(one_line(f"{called(Observation, language)}: {_seen(seen, register, language)}"))
    for covered in report.coverage:
        states = {name: number for name, number in asdict(covered).items() if name != "article"}
        said = ", ".join(
            phrase(f"check.{name}", language, number=number) for name, number in states.items() if number
        )
        say(f"{citation(covered.article, language)}: {said or phrase('check.no-activity', language)}")
    counts = Counter(one.level for one in report.findings)
    say(
        ", ".join(phrase(f"check.count-{level.value}", language, number=counts[level]) for level in Level),
        bold=True,
    )


def _seen(one: Observation, register: Register, language: str) -> str:
    """What a person observed: where, what, by which provisions, and who says so."""
    said = _observation(one, register, language)
    beside = ", ".join(word for word in (*said["articles"], said["by"], said["on"]) if word)
    return (f"{one.at}: " if one.at else "") + str(said["text"]) + (f" ({beside})" if beside else "")


def _observation(one: Observation, register: Register, language: str) -> dict[str, Any]:
    return {
        "at": one.at or "",
        "text": text(one.text, language, register.language),
        "articles": list(one.articles),
        "by": text(one.by or "", language, register.language),
        "on": str(one.on or ""),
    }


def _answer(path: str, register: Register, report: CheckReport, language: str) -> dict[str, Any]:
    found = [_finding(path, register, one, language, None) for one in report.findings]
    for one in report.waived:
        said = {
            name: text(getattr(one.waiver, name) or "", language, register.language)
            for name in ("reason", "by")
        }
        waived = {**said, "until": str(one.waiver.until or "")}
        found.append(_finding(path, register, one.finding, language, waived))
    return {
        "on": report.on.isoformat(),
        "register": path,
        "findings": found,
        "observations": [_observation(one, register, language) for one in report.observations],
        "coverage": [asdict(one) for one in report.coverage],
    }


def _finding(
    path: str, register: Register, one: Finding, language: str, waived: dict[str, str] | None
) -> dict[str, Any]:
    file, line = _place(path, register, one.where)
    return {
        "code": one.code,
        "name": one.name,
        "article": one.article,
        "duty": one.duty.value,
        "certainty": one.certainty.value,
        "level": one.level.value,
        "where": one.where,
        "file": file,
        "line": line,
        "message": one.message(language),
        "remedy": one.remedy(language),
        "waived": waived,
    }


def _github(path: str, register: Register, report: CheckReport, language: str) -> None:
    """Annotations: everything that could end or begin a command is escaped."""
    for one in report.findings:
        file, line = _place(path, register, one.where)
        kind = "notice" if one.level is Level.NOTE else one.level.value
        say(
            f"::{kind} file={_escaped(file, True)},line={line or 1},title={one.code} {one.name}::{_escaped(one.message(language))}"
        )


def _escaped(text: str, value: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if value else text
