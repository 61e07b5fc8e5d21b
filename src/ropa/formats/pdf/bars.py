"""A timeline on paper: its picture, with what it shows in words for who cannot see it."""

from __future__ import annotations

from ropa.formats.pdf.prose import BETWEEN
from ropa.formats.pdf.row import Drawing, Row
from ropa.formats.pdf.sheet import Sheet
from ropa.formats.timeline import picture
from ropa.outline.page import Timeline


def timeline(block: Timeline, sheet: Sheet) -> Row:
    """The picture at the left margin. The table beside it says the same, so that no caption repeats it."""
    drawn = picture(block)
    scale = min(1.0, sheet.body_width / drawn.width)
    return Row(
        (), 1, drawn.height * scale, above=BETWEEN, keep=True, drawing=Drawing(drawn, scale, 0.0, block.alt)
    )
