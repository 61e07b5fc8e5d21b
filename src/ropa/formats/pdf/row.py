"""What measuring leaves behind: rows of lines that are ready to be put on a page, cut between lines, and drawn."""

from __future__ import annotations

from typing import NamedTuple

from ropa.drawing.shape import Picture
from ropa.formats.pdf.sheet import Ink


class Piece(NamedTuple):
    """One line of text. `x` counts from the left of the body; `goal` is the place in the document it leads to."""

    text: str
    ink: Ink
    x: float
    goal: str = ""


Lane = tuple[Piece, ...]
"""Lines under each other. Lanes stand side by side on the same grid of lines and are read one after the other."""


class Rule(NamedTuple):
    """A line under a row."""

    colour: str
    weight: float
    x: float
    width: float


class Mark(NamedTuple):
    """What makes a row a heading: the place a link leads to, the title for the bookmarks, the depth (1 is the top)."""

    goal: str
    title: str
    level: int


class Drawing(NamedTuple):
    """A picture, how much it is scaled, where it starts within the body, and what it shows in words."""

    picture: Picture
    scale: float
    x: float
    alt: str


class Row(NamedTuple):
    """Lanes of lines with the same pitch: a labelled line, a row of a table, a paragraph, a heading, a picture.

    `above` is the space over it, dropped at the top of a page; `pad` the space within, over and under the lines.
    `hold` says that it may not be the last thing on a page. `head` is printed again on top of each page that the row
    starts or goes on upon, `resume` only where it goes on. `leads` makes the row an entry of the contents.
    Rows with the same number `table` are one table; the first so many `heads` of their lanes are heading cells,
    and -1 makes all of them the headings of their columns.
    """

    lanes: tuple[Lane, ...]
    lines: int
    pitch: float
    above: float = 0.0
    pad: float = 0.0
    rule: Rule | None = None
    hold: bool = False
    head: tuple[Row, ...] = ()
    resume: tuple[Row, ...] = ()
    mark: Mark | None = None
    drawing: Drawing | None = None
    leads: str = ""
    table: int = 0
    heads: int = 0

    @property
    def height(self) -> float:
        """How tall it is uncut, without the space over it."""
        return self.lines * self.pitch + 2 * self.pad


def row_of(lanes: tuple[Lane, ...], pitch: float, **more: object) -> Row:
    """A row as tall as the longest of its lanes, and at least one line."""
    return Row(lanes, max(1, *map(len, lanes), 0), pitch, **more)  # type: ignore[arg-type]
