"""A picture that stands in the text: as wide as that at most, and printed only where it can be read there."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.drawing.crop import FRAME, UNEXPLAINED, cropped
from ropa.drawing.ink import MARGIN
from ropa.formats.pdf import prose
from ropa.formats.pdf.row import Drawing, Row, row_of
from ropa.formats.pdf.setter import Setter
from ropa.formats.pdf.sheet import Sheet
from ropa.outline.page import Figure, Lines

HALF = 1 / 2
"""A picture among others takes up this part of a page at most, with its caption."""
GLANCED = 5.3
"""The smallest words, in points, of a picture in brief that could not stand there otherwise: the whole follows in full size."""
LEAST = 1 / 5
"""A page on which less than this part of it is left has no room for one."""


def figure_in_text(setter: Setter, block: Figure, sheet: Sheet, level: int, used: float) -> Iterator[Row]:
    """The picture, or what stands in its place where it could not be read. `used` is how much is said before it.

    In a section of the top it takes up what that leaves of the page, and explains its signs if there is room; further
    down it is one of many, as small as half a page.
    """
    left = sheet.body_height - used
    alone = level == 1 and left >= sheet.body_height * LEAST
    for words in (prose.LEGIBLE, GLANCED) if block.brief else (prose.LEGIBLE,):
        found: Figure | Lines | None = block
        while isinstance(found, Figure):
            if rows := _figure(setter, found, sheet, left if alone else 0.0, words):
                yield from rows
                return
            found = found.instead
    if isinstance(found, Lines):
        yield from prose.labelled(setter, found, sheet)


def _figure(setter: Setter, figure: Figure, sheet: Sheet, left: float, least: float) -> tuple[Row, ...]:
    """The picture with its caption, alone where there is room `left`; nothing where its words are smaller than `least`."""
    caption = setter.lane(figure.alt, 0.0, sheet.body_width, prose.CAPTION)
    room = (left or sheet.body_height * HALF) - len(caption) * prose.CAPTION_PITCH - 3 * prose.BETWEEN
    for without in (FRAME, UNEXPLAINED) if left else (UNEXPLAINED,):
        drawing, words = _drawing(setter, figure, sheet, room, without)
        if prose.is_legible(words, least):
            shown = Row((), 1, drawing.height, above=2 * prose.BETWEEN, hold=bool(caption), drawing=drawing)
            shown = shown if left else shown._replace(less=_less(shown, words, sheet))
            return shown, row_of((caption,), prose.CAPTION_PITCH, above=4.0, pad=1.0)
    return ()


def _less(shown: Row, words: float, sheet: Sheet) -> Row | None:
    """The same as small as it can be read, where that is smaller."""
    drawing = shown.drawing
    if drawing is None or words <= prose.LEGIBLE:
        return None
    scale = drawing.scale * prose.LEGIBLE / words
    at = (sheet.body_width - drawing.picture.width * scale) / 2
    smaller = drawing._replace(scale=scale, x=at)
    return shown._replace(lines=1, pitch=smaller.height, drawing=smaller)


def _drawing(
    setter: Setter, figure: Figure, sheet: Sheet, room: float, without: tuple[str, ...]
) -> tuple[Drawing, float]:
    """The picture within a width and a height, and how large its smallest words are then."""
    whole = setter.picture(figure, sheet.body_width + 2 * MARGIN)
    x, y, picture = cropped(whole, without)
    scale = min(1.0, sheet.body_width / max(picture.width, 1.0), max(room, 1.0) / max(picture.height, 1.0))
    at = (sheet.body_width - picture.width * scale) / 2
    return Drawing(picture, scale, at, prose.called(whole, figure), (x, y)), prose.smallest(picture) * scale
