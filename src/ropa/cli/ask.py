"""`ropa ask`: letters that ask vendors and owners for what a register does not record."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ropa.cli.one_register import OneRegister
from ropa.cli.show import language_for, language_option, on_option, one_line, safe, say
from ropa.glossary import phrase, text

if TYPE_CHECKING:
    from ropa.letters import Letter
    from ropa.model import Register

SUFFIX = {"text": ".txt", "markdown": ".md", "json": ".json"}
LONGEST = 100
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names that some systems keep for themselves."""


@click.command("ask", cls=OneRegister)
@click.argument("register", metavar="REGISTER")
@click.option(
    "--to",
    default=None,
    metavar="PARTY",
    help="Only the letter to this party (key, register number or name), or to this owner.",
)
@click.option(
    "--into",
    type=click.Path(file_okay=False),
    default=None,
    help="Write each letter to a file in this folder.",
)
@on_option
@language_option
@click.option("--format", "form", type=click.Choice([*SUFFIX]), default="text", show_default=True)
@click.option("--force", is_flag=True, help="Write over letters that are already there.")
def command(
    register: str,
    to: str | None,
    into: str | None,
    on: date | None,
    language: str | None,
    form: str,
    force: bool,
) -> int:
    """Write a letter to each vendor and owner with exactly the questions that are open in a register."""
    from ropa.formats.native import load
    from ropa.letters import ask

    held = load(register)
    letters = ask(held, on=on or date.today(), language=language, to=to)
    if into is not None:
        for path in _written(letters, Path(into), form, force):
            say(one_line(str(path)))
    elif form == "json":
        click.echo(_json([one.as_json() for one in letters]), nl=False)
    elif letters:
        rule = "\n---\n\n" if form == "markdown" else f"\n{'-' * 72}\n\n"
        click.echo(safe(rule.join(_FORMS[form](one) for one in letters)), nl=False)
    if not letters and form != "json":
        speaks = language_for(held, language)
        known = to and _called(held, to, speaks)
        say(
            one_line(
                phrase("letters.nothing-for", speaks, to=known)
                if known
                else phrase("letters.nothing", speaks)
            )
        )
    return 0


def _called(register: Register, to: str, language: str) -> str:
    """The name of whoever a letter was asked for: of a party its own, of an owner the word itself."""
    from ropa.sharing.impact.whom import parties_called

    key = next(iter(parties_called(register, to)), to)
    return text(register.party(key).name or key, language) if key in register.party_keys else to


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


_FORMS: Mapping[str, Callable[[Letter], str]] = {
    "text": lambda one: one.text(),
    "markdown": lambda one: one.markdown(),
    "json": lambda one: _json(one.as_json()),
}


def _written(letters: Sequence[Letter], folder: Path, form: str, force: bool) -> list[Path]:
    """Each letter in a file of its own, named after whom it is for."""
    from ropa.formats.safe_file import make_folder, write_atomic

    make_folder(folder)
    paths: list[Path] = []
    for one in letters:
        path = folder / f"{_name(one.to, {held.stem for held in paths})}{SUFFIX[form]}"
        write_atomic(path, _FORMS[form](one).encode("utf-8", "backslashreplace"), force=force)
        paths.append(path)
    return paths


def _name(to: str, taken: set[str]) -> str:
    """A name that every system can give a file, and no other letter has: a key is one already, nearly always."""
    plain = re.sub(r"[^\w.-]+", "-", to.casefold()).strip("-. ")[:LONGEST] or "letter"
    if DEVICES.match(plain):
        plain = f"_{plain}"
    name, number = plain, 1
    while name in taken:
        number += 1
        name = f"{plain}-{number}"
    return name
