"""Says, when PDFs were made, which letters of names they can't print: the documents say it too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from ropa import typeface
from ropa.cli.show import language_for, one_line
from ropa.formats.export import format_of
from ropa.formats.native import load
from ropa.glossary import phrase
from ropa.model.text import sayings

PDF = ".pdf"
PAGE = (".html",)
"""What is printed may also be written as a page, which has the letters of whoever reads it."""


def makes_pdf(targets: Sequence[Path], names: Sequence[str]) -> bool:
    """Whether any of these files in the format of that name, or without files of the formats of these names, is a PDF."""
    files = [one for one in targets if one.suffix.lower() not in PAGE]
    name = names[0] if names else None
    chosen = [format_of(one, name) for one in files] if targets else [format_of(Path(), one) for one in names]
    return any(Path(one.filename).suffix == PDF for one in chosen)


def warn(registers: Iterable[str], language: str | None) -> None:
    """A line for each register that has names with characters that the typeface lacks."""
    for path in registers:
        register = load(path)
        names = (*(one.name for one in register.parties), *(one.name for one in register.activities))
        if any(typeface.unshown(said) for name in names for said in sayings(name)):
            told = phrase("report.lacking-told", language_for(register, language), register=path)
            click.echo(one_line(told), err=True)
