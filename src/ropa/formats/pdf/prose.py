"""Measure what runs over the whole width: headings, paragraphs, labelled lines, pictures with their captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa.drawing.shape import Words
from ropa.formats.pdf.paginate import WHOLE
from ropa.formats.pdf.row import Drawing, Mark, Row, Rule, row_of
from ropa.formats.pdf.setter import Setter, parted
from ropa.formats.pdf.sheet import (
    ACCENT,
    GREY,
    HAIRLINE,
    LABEL,
    LANDSCAPE,
    NOTE,
    PORTRAIT,
    TEXT,
    TEXT_PITCH,
    Ink,
    Sheet,
    heading,
)
from ropa.outline.page import Figure, Line, Lines, Paragraph, Section

LABEL_WIDTH = 158.0
GAP = 13.0
LABEL_LEAST = 7.5
"""Labels shrink down to this before a long word in them is broken."""
BETWEEN = 6.0
"""The space between two blocks of a section."""
CAPTION = Ink(8.25, False, GREY)
CAPTION_PITCH = 11.5
LEGIBLE = 5.5
"""A picture whose words would be smaller than this on an upright page, in points, gets a page on its side."""


def headed(setter: Setter, section: Section, level: int, sheet: Sheet) -> Row:
    """The heading of a section, which stays with what follows."""
    style = heading(level)
    title = " ".join(section.title.split())
    return row_of(
        (setter.lane(title, 0.0, sheet.body_width, style.ink),),
        style.pitch,
        above=style.above,
        pad=style.pad,
        rule=Rule(ACCENT, 0.8, 0.0, sheet.body_width) if style.rule else None,
        hold=bool(section.blocks or section.sections),
        mark=Mark(setter.goal(section.key), title, level),
    )


def paragraph(setter: Setter, block: Paragraph, sheet: Sheet) -> Iterator[Row]:
    """Running text, a row for each of its paragraphs."""
    ink = TEXT._replace(colour=GREY) if block.muted else TEXT
    yield row_of((setter.lane(block.text, 0.0, sheet.body_width, ink),), TEXT_PITCH, above=BETWEEN, pad=2.0)


def labelled(setter: Setter, block: Lines, sheet: Sheet) -> Iterator[Row]:
    """Labels on the left, what is said on the right, a hairline between one line and the next."""
    rule = Rule(HAIRLINE, 0.4, 0.0, sheet.body_width)
    table = setter.table()
    for number, line in enumerate(block.lines):
        row = _labelled_line(setter, line, sheet, rule)
        yield row._replace(table=table, heads=1, above=0.0 if number else BETWEEN)


def _labelled_line(setter: Setter, line: Line, sheet: Sheet, rule: Rule) -> Row:
    x = LABEL_WIDTH + GAP
    label = setter.lane(
        line.label, 0.0, LABEL_WIDTH, setter.snug(line.label, LABEL_WIDTH, LABEL, LABEL_LEAST)
    )
    note = setter.lane(line.note, 0.0, LABEL_WIDTH, NOTE) if line.note else ()
    said = setter.cells(line.cells, x, sheet.body_width - x, TEXT)
    row = row_of((parted(label) + note if note else label, said), TEXT_PITCH, pad=3.25, rule=rule)
    return row._replace(resume=_resumed(setter, line.label, sheet)) if row.lines > WHOLE else row


def _resumed(setter: Setter, label: str, sheet: Sheet) -> tuple[Row, ...]:
    """What is said over the rest of a line where it goes on upon the next page."""
    again = f"{label} {setter.furniture.get('continued', '…')}"
    row = row_of((setter.lane(again, 0.0, sheet.body_width, NOTE),), TEXT_PITCH)
    return (row,) if row.lines <= WHOLE else ()


def figure_sheet(setter: Setter, figure: Figure) -> Sheet:
    """Upright, unless its words would be too small there and a sheet on its side shows them larger."""
    upright, on_side = (_smallest(setter, figure, sheet) for sheet in (PORTRAIT, LANDSCAPE))
    return LANDSCAPE if upright < LEGIBLE and on_side > upright * 1.1 else PORTRAIT


def _smallest(setter: Setter, figure: Figure, sheet: Sheet) -> float:
    """The size of the smallest words of a picture as it would be printed, in points."""
    picture = setter.picture(figure, sheet.body_width)
    scale = _scale(picture.width, picture.height, sheet, 3)
    sizes = [shape.size for group in picture.groups for shape in group.shapes if isinstance(shape, Words)]
    return min(sizes, default=LEGIBLE) * scale


def _scale(width: float, height: float, sheet: Sheet, lines: int) -> float:
    """How much a picture must shrink to fit with a heading and so many lines of caption; it never grows."""
    room = (
        sheet.body_height - heading(1).pitch - 4 * heading(1).pad - (lines + 2) * CAPTION_PITCH - TEXT_PITCH
    )
    return min(1.0, sheet.body_width / max(width, 1.0), room / max(height, 1.0))


def figure(setter: Setter, block: Figure, sheet: Sheet) -> Iterable[Row]:
    """The picture, which carries its own title, and what it shows in words under it."""
    picture = setter.picture(block, sheet.body_width)
    caption = setter.lane(block.alt, 0.0, sheet.body_width, CAPTION)
    scale = _scale(picture.width, picture.height, sheet, min(len(caption), 3))
    drawing = Drawing(picture, scale, (sheet.body_width - picture.width * scale) / 2, block.alt)
    yield Row((), 1, max(picture.height * scale, 1.0), above=BETWEEN, hold=bool(caption), drawing=drawing)
    if caption:
        yield row_of((caption,), CAPTION_PITCH, above=4.0, pad=1.0)
