"""How wide the columns of a sheet are: all together no wider than a page, and each so that no row is taller than need be."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from ropa.formats.excel.cell import Field, spoken
from ropa.formats.excel.lines import even, letters, room, wanted, whole_words
from ropa.outline.page import Lines, Section, Table

NARROWEST, WIDEST = 7, 90
PAGE = 160
"""So wide a sheet may be for its text to be printed at seven points or more on a page of A4 across."""
LEGIBLE = 230
"""So wide it may be to be printed on one page at all."""
SMALLER = 192
"""So wide it may be for words to stay whole: a print a little smaller is read better than words in pieces."""
WHOLE = range(30, 11, -1)
"""Words of up to so many letters are kept whole, as many as there is room for."""
LOOKED_AT = 60
"""About so many rows, evenly spread, tell how full a column is."""
STEP = 2
"""By so much a column is made wider at a time."""
BOLD = 1.1
AIR = 2
"""Room for the bullet of a paragraph."""
LOOSE = 1.1
"""Lines are not all full: a word that does not fit goes to the next."""
LABELS, VALUES, NOTES = 28, 60, 24
"""Widths of labelled lines. In a section that also has a table they are only the least the first two columns get."""


def widths(section: Section) -> dict[int, int]:
    """The widths in characters by column: those of the first table, and of labelled lines."""
    blocks = list(chain.from_iterable(inner.blocks for _, inner in section.walk()))
    table = next((block for block in blocks if isinstance(block, Table) and block.columns), None)
    found = dict(enumerate(_of_table(table), start=1)) if table else {}
    if any(isinstance(block, Lines) for block in blocks):
        found[1] = max(found.get(1, 0), LABELS)
        found[2] = max(found.get(2, 0), VALUES // 2 if table else VALUES)
        found.setdefault(3, NOTES)
    return found


def _of_table(table: Table) -> list[int]:
    """Every column as narrow as its words allow, and then what is left of the page where it saves most lines."""
    rows = table.rows[:: max(1, len(table.rows) // LOOKED_AT)]
    columns = [
        _Column.of(head.label, [row[place] if place < len(row) else () for row in rows])
        for place, head in enumerate(table.columns)
    ]
    fitting = (one for one in WHOLE if sum(column.least(one) for column in columns) <= SMALLER)
    whole = next(fitting, WHOLE[-1])
    for one in columns:
        one.narrow(whole)
    left = PAGE - sum(one.width for one in columns)
    while left > 0 and (best := _tallest(columns, len(rows))) is not None:
        best.widen(min(STEP, left))
        left -= STEP
    return [one.width for one in columns]


def _tallest(columns: Sequence[_Column], rows: int) -> _Column | None:
    """The column that makes rows taller than they would be if it were wider; None where none does."""
    saved = [0.0] * len(columns)
    for row in range(rows):
        lines = [one.lines[row] for one in columns]
        most = max(lines)
        place = lines.index(most)
        if columns[place].wraps(row):
            saved[place] += most / columns[place].width
    best = max(saved, default=0)
    return columns[saved.index(best)] if best else None


BREAKS = re.compile(r"[\s/]|(?<=-)")
"""Where a line may end."""


@dataclass(slots=True)
class _Column:
    """A column while its width is found: how wide its heading and its longest word are, and how much its fields say."""

    heading: float
    word: float
    links: tuple[float, ...]
    """How long the texts are that lead somewhere: they do so only from a single line."""
    fields: tuple[tuple[int, int, int], ...]
    """Of each how many paragraphs, how many letters in all, and how many in the longest paragraph."""
    width: int = 0
    lines: list[float] = field(default_factory=list)
    """How many each field takes at this width, not rounded."""

    @classmethod
    def of(cls, heading: str, fields: Sequence[Field]) -> _Column:
        """What is known of a column before it has a width."""
        said = [spoken(field) for field in fields]
        words = [max(BREAKS.split(text), key=len) for text in said]
        leading = [text for field, text in zip(fields, said, strict=True) if field and field[0].target]
        return cls(
            max(map(letters, heading.split()), default=0) * BOLD,
            max(map(letters, words), default=0) + AIR,
            tuple(map(letters, leading)),
            tuple(map(_size, said)),
        )

    def least(self, whole: float) -> int:
        """The least width at which words and links of so many letters stay whole."""
        link = max((one for one in self.links if one <= whole), default=0)
        word = whole_words(min(self.word, whole + AIR))
        return max(NARROWEST, wanted(self.heading), wanted(link), word)

    def narrow(self, whole: float) -> None:
        """As narrow as may be for that."""
        self.width = 0
        self.widen(self.least(whole))

    def widen(self, more: int) -> None:
        """So much wider."""
        self.width += more
        there = room(self.width)
        self.lines = [
            paragraphs if longest <= there else max(paragraphs, all_of * LOOSE / there + (paragraphs - 1) / 2)
            for paragraphs, all_of, longest in self.fields
        ]

    def wraps(self, row: int) -> bool:
        """Whether a field would take fewer lines in a wider column."""
        return self.fields[row][2] > room(self.width) and self.width < WIDEST


def _size(text: str) -> tuple[int, int, int]:
    held = [
        math.ceil(letters(one) if one.isupper() or one.isdigit() else len(even(one))) + AIR
        for one in text.split("\n")
    ]
    return len(held), sum(held), max(held)
