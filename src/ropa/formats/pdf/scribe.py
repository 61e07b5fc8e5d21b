"""Draw the lines of a row and tag them: runs of text, items of lists, links, entries of the contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ropa import typeface
from ropa.formats.pdf.paginate import Slice
from ropa.formats.pdf.pen import Pen
from ropa.formats.pdf.row import Lane, Piece
from ropa.formats.pdf.setter import HYPHEN
from ropa.formats.pdf.sheet import BULLET, FURNITURE, Sheet
from ropa.formats.pdf.structure import Element
from ropa.formats.pdf.tags import ARTIFACT, Field, Tags

LEADER = " ."
LONGEST_SAID = 300
"""What a link says is cut after so many characters: the text itself stands on the page."""

Run = Sequence[tuple[Piece, float]]
"""Lines under each other that belong together, each with the height of its baseline."""


class Scribe:
    """Writes lines with a pen and tells the tags what they are."""

    def __init__(self, pen: Pen, tags: Tags, numbers: Mapping[str, int]) -> None:
        self._pen, self._tags, self._numbers = pen, tags, numbers
        self._widest = typeface.width(str(max(numbers.values(), default=0)), 1.0)

    def lane(self, lane: Lane, field: Field, pitch: float, left: float, start: float) -> None:
        """The lines of a lane, in runs that belong to the same item and lead to the same place.

        However many lines a link takes up, it is one link: there is one thing to click, and one to tab to.
        """
        run = list[tuple[Piece, float]]()
        for at, line in enumerate(lane):
            y = start - at * pitch
            if run and (line.item or line.goal != run[0][0].goal):
                self._run(run, field, left)
                run = []
            if line.item:
                self._tags.item(field)
            if line.text:
                run.append((line, y))
        if run:
            self._run(run, field, left)

    def entry(self, piece: Slice, field: Field, sheet: Sheet, start: float) -> None:
        """An entry of the contents: its title, dots, and the page number, all one link."""
        row, left = piece.row, sheet.side
        goal, lines = row.leads, row.lanes[0][piece.first : piece.last]
        run = [(line, start - at * row.pitch) for at, line in enumerate(lines)]
        link = self._tags.link(field.here)
        self._text(link, run, left)
        said = _said(run)
        if piece.last == row.lines:
            title, y = run[-1]
            self._dots(title, left, sheet.body_width, y)
            ink, number = title.ink._replace(bold=False), str(self._numbers.get(goal, ""))
            x = sheet.body_width - typeface.width(number, ink.size)
            run.append((Piece(number, ink, x), y))
            self._text(link, run[-1:], left)
            said = f"{said} {number}"
        self._tags.clickable(link, said, goal, _around(run, left))

    def _run(self, run: Run, field: Field, left: float) -> None:
        goal = run[0][0].goal
        if not goal:
            self._text(field.here, run, left)
            return
        link = self._tags.link(field.here)
        self._text(link, run, left)
        self._tags.clickable(link, _said(run), goal, _around(run, left))

    def _text(self, element: Element, run: Run, left: float) -> None:
        self._pen.begin(self._tags.mark(element))
        for line, y in run:
            self._pen.say(line.text, left + line.x, y, line.ink)
        self._pen.end()

    def _dots(self, title: Piece, left: float, right: float, y: float) -> None:
        """From the end of a title to the page numbers: not to be read aloud."""
        ink = title.ink._replace(bold=False, colour=FURNITURE.colour)
        dot = typeface.width(LEADER, ink.size)
        begin = title.x + typeface.width(title.text.rstrip(), title.ink.size, title.ink.bold)
        # The dots end where all others do, so that they stand under each other: left of the longest number.
        end = right - self._widest * ink.size - dot
        count = int((end - begin) / dot)
        if count > 0:
            self._pen.begin(ARTIFACT)
            self._pen.say(LEADER * count, left + end - dot * count, y, ink)
            self._pen.end()


def _said(run: Run) -> str:
    """What a link says, in one piece: words that were parted are whole again."""
    text = "".join(line.text.removesuffix(HYPHEN) for line, _ in run).strip(BULLET)
    return text if len(text) <= LONGEST_SAID else text[:LONGEST_SAID] + "…"


def _around(run: Run, left: float) -> tuple[float, float, float, float]:
    """The corners of the box around lines, as tall as their letters."""
    (first, top), (last, bottom) = run[0], run[-1]
    ends: Iterable[float] = (
        line.x + typeface.width(line.text.rstrip(), line.ink.size, line.ink.bold) for line, _ in run
    )
    begin = min(line.x for line, _ in run)
    return left + begin, bottom - 0.3 * last.ink.size, left + max(ends), top + 0.9 * first.ink.size
