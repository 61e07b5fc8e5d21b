"""Lay out the sections: each block measured for the sheet its section is printed on."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.formats.pdf import prose, table
from ropa.formats.pdf.columns import table_sheet
from ropa.formats.pdf.paginate import Flow
from ropa.formats.pdf.row import Row
from ropa.formats.pdf.setter import Setter
from ropa.formats.pdf.sheet import LANDSCAPE, PORTRAIT, Sheet
from ropa.outline.page import Block, Figure, Lines, Outline, Paragraph, Section, Table


def flows(setter: Setter, outline: Outline) -> Iterator[Flow]:
    """The sections in reading order, gathered by the sheet they need."""
    sheet, rows = PORTRAIT, list[Row]()
    for level, section in outline.walk():
        wanted = _sheet(setter, section)
        if wanted != sheet and rows:
            yield Flow(sheet, rows)
            rows = []
        sheet = wanted
        rows.append(prose.headed(setter, section, level, sheet))
        for block in section.blocks:
            rows.extend(_rows(setter, block, sheet))
    if rows:
        yield Flow(sheet, rows)


def _sheet(setter: Setter, section: Section) -> Sheet:
    """On its side if a block asks for it. A bare heading goes with the first section under it, lest it stand alone."""
    while not section.blocks and section.sections:
        section = section.sections[0]
    return LANDSCAPE if any(_asks(setter, block) for block in section.blocks) else PORTRAIT


def _asks(setter: Setter, block: Block) -> bool:
    if isinstance(block, Table):
        return table_sheet(block) == LANDSCAPE
    return isinstance(block, Figure) and prose.figure_sheet(setter, block) == LANDSCAPE


def _rows(setter: Setter, block: Block, sheet: Sheet) -> Iterator[Row]:
    if isinstance(block, Lines):
        yield from prose.labelled(setter, block, sheet)
    elif isinstance(block, Paragraph):
        yield from prose.paragraph(setter, block, sheet)
    elif isinstance(block, Table):
        yield from table.rows(setter, block, sheet)
    else:
        yield from prose.figure(setter, block, sheet)
