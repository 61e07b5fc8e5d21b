"""What the pages share: how they begin, tables, and the languages as headings."""

from __future__ import annotations

from collections.abc import Iterable

MADE = "<!-- Made by docs/make_reference.py; do not edit. -->\n\n"
SPOKEN = {"en": "English", "nl": "Nederlands", "fr": "Français", "de": "Deutsch"}
"""The headings under which a page says the same in every language."""


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table. A bar in a cell is escaped; a line break becomes a blank."""
    lines = [list(heads)]
    lines += [["---"] * len(lines[0]), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(cell(one) for one in line) + " |" for line in lines) + "\n"


def cell(text: str) -> str:
    """A text in a cell."""
    return " ".join(text.split()).replace("|", "\\|")


def sentence(text: str) -> str:
    """The same with a capital to begin with."""
    return text[:1].upper() + text[1:]
