"""`ropa new`: a register to begin with."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import click

from ropa.cli.show import say
from ropa.formats.json_schema import schema
from ropa.formats.safe_file import make_folder, write_atomic


@click.command("new")
@click.argument("folder", type=click.Path(file_okay=False))
def command(folder: str) -> int:
    """Begin a register: FOLDER/register.yaml, and the schema that lets an editor help."""
    where = Path(folder)
    make_folder(where)
    text = (files("ropa.cli") / "starter.yaml").read_bytes()
    write_atomic(where / "register.yaml", text, force=False)
    write_atomic(
        where / "register.schema.json",
        json.dumps(schema(), ensure_ascii=False, indent=2).encode(),
        force=True,
    )
    say(str(where / "register.yaml"))
    return 0
