"""Break texts into lines that fit, and remember what was broken before: labels come back on every page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import chain

from ropa import typeface
from ropa.drawing.shape import Picture, Words
from ropa.formats.pdf.row import Lane, Piece
from ropa.formats.pdf.sheet import ACCENT, BULLET, GREY, Ink
from ropa.formats.plain import plain
from ropa.outline.page import Cell, Figure, Outline

Pictures = Callable[[Figure, float | None], Picture]

REMEMBERED = 120
"""Texts up to so many characters are remembered; longer ones seldom come back."""
LONGEST_CLIPPED = 1000
"""More characters than ever fit on one line."""
DASH = " — "
"""Parts the title of a section from the provision it answers."""
HYPHEN = "\u00ad"
"""Looks like a hyphen and says that it is none of the word's own (ISO 32000-1, 14.8.2.2.3): who searches or copies finds
the whole word."""
BLANKS = re.compile(" *\n *|  +")
NUMBERED = re.compile(r"(?<=\w) (?=\d)")


class Setter:
    """Sets the texts of one document: knows its language's few words, and where its links may lead."""

    def __init__(self, outline: Outline, pictures: Pictures) -> None:
        self.furniture = outline.furniture
        self._language = outline.language
        word = outline.furniture.get("continued", "…")
        self.continued = word if word.startswith(("(", "…")) else f"({word})"
        self._pictures = pictures
        self._drawn: dict[tuple[int, float | None], Picture] = {}
        self._known: dict[tuple[str, float, float, bool], tuple[str, ...]] = {}
        self._snug: dict[tuple[str, float, float, bool], Ink] = {}
        self._headlines: dict[tuple[str, float, float, bool], tuple[str, ...]] = {}
        self.unshown: set[str] = set()
        """The characters met so far that the typeface lacks."""
        self._tables = 0
        self._goals: dict[str, str] = {}
        for number, (_, section) in enumerate(outline.walk(), start=1):
            # Names of our own: a key is a stranger's text, and names of places are compared byte by byte.
            self._goals.setdefault(section.key, f"s{number}")

    def table(self) -> int:
        """A number for one more table."""
        self._tables += 1
        return self._tables

    def goal(self, key: str | None) -> str:
        """The place that a section's key stands for; empty where there is no such section."""
        return self._goals.get(key, "") if key else ""

    def picture(self, figure: Figure, width: float | None) -> Picture:
        """The picture of a figure laid out for a width, or as it is on a screen, drawn once."""
        known = (id(figure), width)
        if known not in self._drawn:
            self._drawn[known] = drawn = self._pictures(figure, width)
            for shape in chain.from_iterable(group.shapes for group in drawn.groups):
                if isinstance(shape, Words):
                    self.unshown |= typeface.unshown(shape.text)
        return self._drawn[known]

    def lines(self, text: str, width: float, ink: Ink) -> tuple[str, ...]:
        """The text as lines no wider than `width`; a word that is wider is broken within."""
        known = (text, width, ink.size, ink.bold)
        found = self._known.get(known)
        if found is None:
            found = self._broken(text, width, ink)
            if len(text) <= REMEMBERED:
                self._known[known] = found
        return found

    def snug(self, text: str, width: float, ink: Ink, least: float) -> Ink:
        """The ink, made smaller as far as `least` if that keeps the longest word of the text in one piece."""
        known = (text, width, ink.size, ink.bold)
        if known not in self._snug:
            words = typeface.printable(text).split()
            widest = max((typeface.width(word, 1.0, ink.bold) for word in words), default=0.0)
            fits = widest * least <= width < widest * ink.size
            self._snug[known] = ink._replace(size=int(width / widest * 20) / 20) if fits else ink
        return self._snug[known]

    def lane(self, text: str, x: float, width: float, ink: Ink) -> Lane:
        """The text as lines under each other."""
        return tuple(Piece(line, ink, x) for line in self.lines(text, width, ink))

    def cells(self, cells: Iterable[Cell], x: float, width: float, ink: Ink, *, right: bool = False) -> Lane:
        """The cells of a field as lines under each other; several cells are bulleted, numbers set to the right."""
        cells = tuple(cells)
        if len(cells) > 1:
            indent = typeface.width(BULLET, ink.size, ink.bold)
            lanes = (parted(tuple(self._bulleted(cell, x, width, ink, indent))) for cell in cells)
            return tuple(chain.from_iterable(lanes))
        if not cells:
            return ()
        pieces = tuple(self._pieces(cells[0], x, width, ink))
        if right:
            return tuple(
                piece._replace(x=x + width - typeface.width(piece.text, ink.size, ink.bold))
                for piece in pieces
            )
        return pieces

    def headline(self, text: str, width: float, ink: Ink) -> tuple[str, ...]:
        """The text on one line or two. For running headers only, where nothing is told first.

        Where it is too long even so, the beginning is shortened and what follows the last dash is kept.
        """
        known = (text, width, ink.size, ink.bold)
        if known not in self._headlines:
            shown = " ".join(typeface.printable(text[:LONGEST_CLIPPED]).split())
            self._headlines[known] = self._headline(together(shown), width, ink)
        return self._headlines[known]

    def _headline(self, shown: str, width: float, ink: Ink) -> tuple[str, ...]:
        lines = typeface.wrap(shown, width, ink.size, ink.bold, language=self._language)
        if len(lines) <= 2:
            return lines
        start, _, end = shown.rpartition(DASH)
        if start and typeface.width(DASH + end, ink.size, ink.bold) <= width:
            return (*typeface.wrap(start, width, ink.size, ink.bold, most=1), f"{DASH}{end}".strip())
        return typeface.wrap(shown, width, ink.size, ink.bold, most=2, language=self._language)

    def _bulleted(self, cell: Cell, x: float, width: float, ink: Ink, indent: float) -> Iterable[Piece]:
        for number, piece in enumerate(self._pieces(cell, x + indent, width - indent, ink)):
            yield piece if number else piece._replace(text=BULLET + piece.text, x=x, item=True)

    def _pieces(self, cell: Cell, x: float, width: float, ink: Ink) -> Lane:
        """The lines of a cell. Of one that leads somewhere the first paragraph does: what follows is told of it."""
        set_in, goal = self._ink(cell, ink), self.goal(cell.target)
        head, _, rest = plain(cell.value).partition("\n") if goal else (plain(cell.value), "", "")
        lane = tuple(Piece(line, set_in, x, goal) for line in self.lines(head, width, set_in))
        return parted(lane) + self.lane(rest, x, width, ink) if rest else lane

    def _ink(self, cell: Cell, ink: Ink) -> Ink:
        if cell.muted:
            return ink._replace(colour=GREY)
        return ink._replace(colour=ACCENT) if self.goal(cell.target) else ink

    def _broken(self, text: str, width: float, ink: Ink) -> tuple[str, ...]:
        self.unshown |= typeface.unshown(text)
        shown = BLANKS.sub(_one_blank, typeface.printable(text, keep_lines=True)).strip()
        found, at = [], 0
        lines = typeface.wrap(shown, width, ink.size, ink.bold, language=self._language, hyphen=HYPHEN)
        for line in lines or ("",):
            at += len(line) - line.endswith(HYPHEN)
            between_words = shown[at : at + 1].isspace()
            # The blank cannot be seen; without it, words would run together where the text is read aloud or copied.
            found.append(line + " " if between_words else line)
            at += between_words
        return tuple(found)


def together(title: str) -> str:
    """The title with its numbers kept on the line of the word before them, as in a provision.

    >>> together("Bakery as controller — Article 30")
    'Bakery as controller — Article\\xa030'
    """
    return NUMBERED.sub("\u00a0", title)


def parted(lane: Lane) -> Lane:
    """The lane with a blank at its end, so that what follows in the same field is not read as one word with it."""
    return (*lane[:-1], lane[-1]._replace(text=lane[-1].text.rstrip() + " ")) if lane else lane


def _one_blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n") or " "
