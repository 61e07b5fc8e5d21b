"""The rights of the data subjects: how each is exercised, and below that whom to ask and where to complain."""

from __future__ import annotations

from dataclasses import replace

from ropa.model import Exercise, Rights
from ropa.outline.cells import Cells
from ropa.outline.entries import spread_table, table_section
from ropa.outline.page import Section, Table
from ropa.outline.scope import Scope

FIELD, INNER = "rights", "exercise"


def says(section: Section) -> bool:
    """Whether anything is said of rights."""
    return bool(section.sections) or any(isinstance(block, Table) for block in section.blocks)


def rights_section(words: Cells, scope: Scope) -> Section:
    """What all activities say of rights: a row for each, and below them a row for each contact point."""
    told = table_section(words, FIELD, spread_table(words, scope, Exercise, FIELD, INNER))
    contact = spread_table(words, scope, Rights, FIELD, leave=frozenset({INNER}))
    if not contact.rows:
        return told
    below = Section(f"{FIELD}:contact", words.phrase("rights-contact"), (contact,))
    return replace(told, sections=(below,))
