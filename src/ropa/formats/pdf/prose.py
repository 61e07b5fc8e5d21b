"""Measure what runs over the whole width: headings, paragraphs, labelled lines, pictures with their captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ropa.drawing.crop import cropped
from ropa.drawing.ink import MARGIN
from ropa.drawing.shape import Picture, Words
from ropa.formats.pdf.paginate import is_cut
from ropa.formats.pdf.row import Drawing, Lane, Mark, Row, Rule, kept, row_of
from ropa.formats.pdf.setter import Setter, parted, together
from ropa.formats.pdf.sheet import (
    ACCENT,
    GREY,
    HAIRLINE,
    LABEL,
    LARGE,
    NOTE,
    SHEETS,
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
LEGIBLE = 7.0
"""A picture whose words would be smaller than this on a sheet, in points, gets a larger one."""
ON_A4 = 6.0
"""A little smaller is enough on a sheet that every printer has: who prints a large one on that gets smaller words still."""
ROUNDING = 0.01
NARROWER = 0.4
"""A picture that must shrink to less than this cannot be read with narrower boxes either: no time is spent on drawing it."""
MATTERS = 1.1
"""A larger sheet is worth while if it shows the words so many times as large."""


def headed(setter: Setter, section: Section, level: int, sheet: Sheet) -> Row:
    """The heading of a section, which stays with what follows."""
    style = heading(level)
    title = " ".join(section.title.split())
    return row_of(
        (setter.lane(together(title), 0.0, sheet.body_width, style.ink),),
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
    rows = [_labelled_line(setter, line, sheet, rule) for line in block.lines]
    for number, row in enumerate(kept(rows)):
        yield row._replace(table=table, heads=1, above=0.0 if number else BETWEEN)


def _labelled_line(setter: Setter, line: Line, sheet: Sheet, rule: Rule) -> Row:
    x = LABEL_WIDTH + GAP
    label = setter.lane(
        line.label, 0.0, LABEL_WIDTH, setter.snug(line.label, LABEL_WIDTH, LABEL, LABEL_LEAST)
    )
    note = setter.lane(line.note, 0.0, LABEL_WIDTH, NOTE) if line.note else ()
    said = setter.cells(line.cells, x, sheet.body_width - x, TEXT)
    row = row_of((parted(label) + note if note else label, said), TEXT_PITCH, pad=3.25, rule=rule)
    if is_cut(row, sheet):
        again = setter.lane(
            f"{line.label} {setter.continued}", 0.0, LABEL_WIDTH, NOTE._replace(size=LABEL_LEAST)
        )
        return row._replace(echo=(again,))
    return row


class Fitted(NamedTuple):
    """A picture on a sheet: how much it is scaled, and how large its smallest words are then, in points.

    `corner` is where the part of it begins that is shown.
    """

    picture: Picture
    scale: float
    words: float
    corner: tuple[float, float]


def figure_sheet(setter: Setter, figure: Figure) -> Sheet:
    """The smallest sheet on which the words of a picture can be read; if there is none, the one that shows it best."""
    best = SHEETS[0]
    for sheet in SHEETS:
        if is_legible(_best(setter, figure, sheet).words, LEGIBLE if sheet in LARGE else ON_A4):
            return sheet
    for sheet in SHEETS[1:]:
        if _best(setter, figure, sheet).words > _best(setter, figure, best).words * MATTERS:
            best = sheet
    return best


def _best(setter: Setter, figure: Figure, sheet: Sheet) -> Fitted:
    """The picture as the screen shows it where that can be read, or else as it can be read best."""
    whole = _fitted(setter, figure, sheet, False)
    if is_legible(whole.words) or whole.scale < NARROWER:
        return whole
    return max(whole, _fitted(setter, figure, sheet, True), key=lambda fitted: fitted.words)


def _fitted(setter: Setter, figure: Figure, sheet: Sheet, compact: bool) -> Fitted:
    # Where it is too wide its boxes are made narrower, so that it need not be shrunk. The heading is its title.
    whole = setter.picture(figure, sheet.body_width + 2 * MARGIN if compact else None)
    x, y, picture = cropped(whole)
    caption = len(_caption(setter, figure, sheet)) * CAPTION_PITCH
    scale = _scale(picture.width, picture.height, sheet, caption)
    return Fitted(picture, scale, smallest(picture) * scale, (x, y))


def _caption(setter: Setter, figure: Figure, sheet: Sheet) -> Lane:
    return setter.lane(figure.alt, 0.0, sheet.body_width, CAPTION)


def is_legible(words: float, least: float = LEGIBLE) -> bool:
    """Whether words of this size can be read on paper."""
    return words >= least - ROUNDING


def smallest(picture: Picture) -> float:
    """How large the smallest words of a picture are."""
    sizes = [shape.size for group in picture.groups for shape in group.shapes if isinstance(shape, Words)]
    return min(sizes, default=LEGIBLE)


def called(picture: Picture, figure: Figure) -> str:
    """What a picture is called. What it shows is read in its caption, and should not be heard twice."""
    return picture.title or figure.alt


def _scale(width: float, height: float, sheet: Sheet, caption: float) -> float:
    """How much a picture must shrink to fit with a heading and its caption; it never grows."""
    room = sheet.body_height - heading(1).pitch - 4 * heading(1).pad - caption - TEXT_PITCH
    return min(1.0, sheet.body_width / max(width, 1.0), room / max(height, 1.0))


def figure(setter: Setter, block: Figure, sheet: Sheet) -> Iterable[Row]:
    """The picture, and what it shows in words under it."""
    picture, scale, _, corner = _best(setter, block, sheet)
    caption = _caption(setter, block, sheet)
    at = (sheet.body_width - picture.width * scale) / 2
    drawing = Drawing(picture, scale, at, called(picture, block), corner)
    yield Row((), 1, drawing.height, above=BETWEEN, hold=bool(caption), drawing=drawing)
    if caption:
        yield row_of((caption,), CAPTION_PITCH, above=4.0, pad=1.0)
