"""What a report costs with the tables and paragraphs of reportlab: the floor our own printer is held against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from ropa import outline, typeface

ROWS = 25
"""Rows of one table: reportlab lays out a table again for every page it goes on upon."""

WIDTH, HEIGHT = landscape(A4)
ROOM = WIDTH - 100

Part = tuple[str, Any]
"""A heading, or the rows of a table as texts."""


def _said(cells: Sequence[Any]) -> list[str]:
    return [escape(typeface.printable(str(cell.value), keep_lines=True)) for cell in cells]


def parts(made: outline.Outline) -> list[Part]:
    """The words of a report, ready to be set: headings and rows."""
    return list(_parts(made))


def _parts(made: outline.Outline) -> Iterator[Part]:
    for _, section in made.walk():
        yield "heading", escape(section.title)
        for block in section.blocks:
            if isinstance(block, outline.Lines):
                yield (
                    "rows",
                    [[[escape(line.label), escape(line.note)], _said(line.cells)] for line in block.lines],
                )
            elif isinstance(block, outline.Paragraph):
                yield "text", escape(block.text)
            elif isinstance(block, outline.Table):
                head = [[escape(column.label), escape(column.note)] for column in block.columns]
                rows = [[_said(field) for field in row] for row in block.rows]
                for start in range(0, len(rows), ROWS):
                    yield "rows", [head, *rows[start : start + ROWS]]


def build(made: list[Part]) -> bytes:
    """The PDF, as its users are shown to write one."""
    typeface.register()
    heading = ParagraphStyle("heading", fontName=typeface.BOLD, fontSize=11, leading=14)
    text = ParagraphStyle("text", fontName=typeface.REGULAR, fontSize=8, leading=10.5)
    small = ParagraphStyle("small", fontName=typeface.REGULAR, fontSize=6, leading=8, splitLongWords=True)
    look = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#cccccc")]
    story: list[Any] = []
    for kind, said in made:
        if kind != "rows":
            story.append(Paragraph(said, heading if kind == "heading" else text))
            continue
        columns = max(map(len, said))
        widths = [158, ROOM - 158] if columns == 2 else [ROOM / columns] * columns
        style = text if columns == 2 else small
        rows = [[[Paragraph(one, style) for one in field if one] for field in row] for row in said]
        story.append(Table(rows, colWidths=widths, style=look, splitInRow=1))
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=(WIDTH, HEIGHT), leftMargin=50, rightMargin=50).build(story)
    return file.getvalue()
