"""`ropa schema`: the JSON Schema of the register file, for editors."""

from __future__ import annotations

import json

import click

from ropa.formats.json_schema import schema


@click.command("schema")
def command() -> int:
    """Print the JSON Schema of a register file."""
    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0
