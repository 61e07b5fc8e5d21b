"""What measuring leaves behind: rows of lines that are ready to be put on a page, cut between lines, and drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ropa.drawing.shape import Picture
from ropa.formats.pdf.sheet import Ink


class Piece(NamedTuple):
    """One line of text. `x` counts from the left of the body; `goal` is the place in the document it leads to.

    `item` says that a bulleted item begins with it.
    """

    text: str
    ink: Ink
    x: float
    goal: str = ""
    item: bool = False


FIRST_TOGETHER, LAST_TOGETHER = 3, 2
"""So many rows of a table should stand together where it begins, and where it ends."""

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
    """A picture, how much it is scaled, where it starts within the body, and what it is called.

    `corner` is where, in its own measures, the part of it begins that is shown.
    """

    picture: Picture
    scale: float
    x: float
    alt: str
    corner: tuple[float, float] = (0.0, 0.0)

    @property
    def height(self) -> float:
        """How tall it is on paper."""
        return max(self.picture.height * self.scale, 1.0)


class Row(NamedTuple):
    """Lanes of lines with the same pitch: a labelled line, a row of a table, a paragraph, a heading, a picture.

    `above` is the space over it, dropped at the top of a page; `pad` the space within, over and under the lines.
    `hold` says that it may not be the last thing on a page, `keep` that it would rather not be. `head` is printed again
    on top of each page that the row starts or goes on upon; `echo` is said beside what goes on upon the next page, in
    the lanes that have nothing left to say. `leads` makes the row an entry of the contents.
    Rows with the same number `table` are one table; the first so many `heads` of their lanes are heading cells,
    and -1 makes all of them the headings of their columns. `less` is what is printed instead where that, and not the
    row, fits on what is left of a page.
    """

    lanes: tuple[Lane, ...]
    lines: int
    pitch: float
    above: float = 0.0
    pad: float = 0.0
    rule: Rule | None = None
    hold: bool = False
    keep: bool = False
    head: tuple[Row, ...] = ()
    echo: tuple[Lane, ...] = ()
    mark: Mark | None = None
    drawing: Drawing | None = None
    leads: str = ""
    table: int = 0
    heads: int = 0
    less: Row | None = None

    @property
    def height(self) -> float:
        """How tall it is uncut, without the space over it."""
        return self.lines * self.pitch + 2 * self.pad


def echoes(row: Row, first: int, last: int) -> Iterator[Lane]:
    """What is said again beside the lines `first` up to `last` of a row: only where there is room for it."""
    if first:
        for lane, echo in zip(row.lanes, row.echo, strict=False):
            if len(lane) <= first and len(echo) <= last - first:
                yield echo


def kept(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a table, of which neither the first few nor the last few should stand alone on a page."""
    for at, row in enumerate(rows, start=1):
        near_an_end = at <= FIRST_TOGETHER - 1 or at > len(rows) - LAST_TOGETHER
        yield row._replace(keep=True) if near_an_end and at < len(rows) else row


def row_of(lanes: tuple[Lane, ...], pitch: float, **more: object) -> Row:
    """A row as tall as the longest of its lanes, and at least one line."""
    return Row(lanes, max(1, *map(len, lanes), 0), pitch, **more)  # type: ignore[arg-type]
