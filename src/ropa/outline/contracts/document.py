"""What stands around the sections of every annex: title, what it is about, and what it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ropa.outline.contracts.words import AnnexCells
from ropa.outline.front import holder_name, outline
from ropa.outline.notice import reading
from ropa.outline.page import Cell, Line, Outline, Section


def document(
    words: AnnexCells,
    on: date,
    kind: str,
    sections: tuple[Section, ...],
    *,
    subtitle: str,
    facts: tuple[Line, ...] = (),
    digest: str | None = None,
) -> Outline:
    """An outline of that kind: it says from whose register and of which day it is, and that it decides nothing.

    Where the register is a reading of a text, that is said as every printed register says it.
    """
    made = outline(words, on, sections)
    read = reading(words, on)
    drawn = words.annex("drawn-from", holder=holder_name(words), on=on.isoformat())
    return replace(
        made,
        title=words.annex(f"{kind}.title"),
        subtitle=subtitle,
        facts=(
            *facts,
            Line(words.phrase("holder"), (Cell(holder_name(words)),)),
            Line(words.phrase("as-of"), (Cell(on),)),
            *((Line(words.audit("digest"), (Cell(digest),)),) if digest else ()),
        ),
        notice=f"{drawn} {read or words.annex('not-stated-means')}",
    )
