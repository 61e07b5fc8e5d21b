"""The pages of what can be called: commands, formats and names in Python."""

from __future__ import annotations

import re
from importlib import import_module
from inspect import cleandoc

import click

import ropa
from reference_pages.markdown import MADE, table
from ropa.cli import ropa as command_line
from ropa.formats.forms import PAPERS
from ropa.formats.limits import LIMITS

VALUES = {
    "FORMATS": "The formats that `ropa.export` writes, by name.",
    "RULES": "Every rule of the library, in the order of their codes.",
}
"""What is offered that is neither a class nor a function: a value has no words of its own, so they stand here."""


def commands() -> str:
    """The help of every command."""
    text = [
        MADE + "# Commands\n",
        "Exit status: 0 fine; 1 findings at or above `--fail-on`, a trace that is not complete, or a `mirror` or `diff` that "
        "found a difference; 2 the input or the call is wrong; 3 could not write; 130 interrupted.\n",
    ]
    root = click.Context(command_line, info_name="ropa", terminal_width=88)
    text.append(_help(root))
    for name in command_line.list_commands(root):
        command = command_line.get_command(root, name)
        assert command is not None
        text += [
            f"## ropa {name}\n",
            _help(click.Context(command, parent=root, info_name=name, terminal_width=88)),
        ]
    return "\n".join(text)


def _help(context: click.Context) -> str:
    return f"```text\n{context.get_help().rstrip()}\n```\n"


def formats() -> str:
    """Every format and every limit."""
    rows = (
        (
            f"`{one.name}`",
            " ".join(f"`{suffix}`" for suffix in one.suffixes),
            f"`{one.filename}`",
            "no" if one.precious else "yes",
        )
        for one in (*ropa.FORMATS.values(), *PAPERS.values())
    )
    limits = ((f"`{name}`", f"{getattr(LIMITS, name):,}") for name in LIMITS.__slots__)
    return "\n".join(
        [
            MADE + "# Formats\n",
            "The suffix of a file chooses the format; `--as` (in Python: `as_=`) names it. With `--into` a register gets "
            "a folder, and its files the names below. `ropa.load` reads YAML, JSON and folders.\n",
            table(("name", "suffixes", "file with --into", "written over without --force"), rows),
            "## Limits\n",
            "How much of a file is read before it is refused: pass a `ropa.Limits` of your own to `ropa.load` to "
            "change them. A single text has at most 100,000 characters.\n",
            table(("limit", "default"), limits),
        ]
    )


def python() -> str:
    """Every public name, grouped by the room it is at home in."""
    rooms: dict[str, list[str]] = {}
    for name in ropa.__all__:
        home = ropa._HOME_OF[name]
        rooms.setdefault(".".join(home.split(".")[:2]), []).append(name)
    text = [
        MADE + "# Python\n",
        "Everything `import ropa` offers. What is not listed here may change without notice. `help(ropa.load)` tells "
        "the rest of each; the fields of the parts of a register are on a [page of their own](fields.md).\n",
    ]
    for room, names in sorted(rooms.items()):
        about = cleandoc(import_module(room).__doc__ or "").splitlines()[0]
        rows = ((f"`ropa.{name}`", _first_sentence(name)) for name in names)
        text += [f"## {room}\n", f"{about}\n", table(("name", "what it is"), rows)]
    return "\n".join(text)


def _first_sentence(name: str) -> str:
    """What a name says of itself, up to the first full stop."""
    said = cleandoc(VALUES.get(name) or getattr(ropa, name).__doc__ or "").partition("\n\n")[0]
    return re.split(r"(?<=\.)\s", " ".join(said.split()))[0]
