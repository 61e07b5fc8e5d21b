"""What a printed register is made of, whatever it is printed on: sections, lines, tables and figures.

Printers (workbook, PDF, …) draw these values and never look at the model. Every text in them is data:
a printer shows it as it stands and never reads markup, formulas or links out of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Value = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing said: a text, a number or a date.

    `muted` marks what is *not* in the register ("not stated"), so that a printer shows it as less than a fact.
    `target` is the `key` of the section this cell leads to within the same document, or the `anchor` of a cell where
    the row itself is meant. Who prints no links passes over both.
    """

    value: Value
    muted: bool = False
    target: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A label with what is said under it; several cells are several short paragraphs. `note` is the provision."""

    label: str
    cells: tuple[Cell, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """A run of labelled lines, printed as a two-column block."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, the provision it answers, and how wide it likes to be, in characters.

    `names` marks a column that says which row this is: it is repeated where a row goes on in another place, and
    stays in view. A table without such a column is named by its first. `choices` are the words of which one stands in
    each field, where no others may: who edits the table can choose among them.
    """

    label: str
    note: str = ""
    width: int = 24
    kind: Literal["text", "number", "date"] = "text"
    names: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. A field of a row is a tuple of cells: several are several short paragraphs."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Cell, ...], ...], ...]

    @property
    def naming(self) -> int:
        """How many columns at the left say which row it is."""
        marked = [number for number, column in enumerate(self.columns, start=1) if column.names]
        return max(marked, default=1)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of a sharing graph. `alt` says in words what the picture shows.

    One that stands `within` the text is no larger than there is room for beside it, and has no title of its own. Where
    paper is too small for it to be read, `instead` is printed: a picture with less in it, or where to find this one.
    `brief` is the picture of a summary: who has the whole one in sight can do without it.
    """

    graph: Any  # a ropa.sharing graph; typed loosely so that reading an outline does not load networkx
    alt: str
    on: date
    language: str
    within: bool = False
    instead: Figure | Lines | None = None
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a timeline: what it is of, how long in days (None where nobody can say), and what stands beside it.

    `open` marks a length that depends on something: it ends somewhere, but no day can be given.
    """

    label: str
    days: float | None
    said: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Lengths of time as bars, the shortest first; `ticks` are labelled lengths in days to read them by.

    `alt` says in words what it shows: who prints no pictures passes over it, as a table beside it has the same.
    """

    bars: tuple[Bar, ...]
    ticks: tuple[tuple[str, float], ...]
    title: str
    alt: str
    language: str


Block = Lines | Paragraph | Table | Figure | Timeline


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of the document. `key` is unique in the document and is what links point at.

    `short` is the title in a few words, where there is little room: a tab, the head of a page.
    """

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    short: str = ""

    def walk(self, level: int = 1) -> Iterator[tuple[int, Section]]:
        """This section and all below it, each with its depth (1 is the top)."""
        yield level, self
        for inner in self.sections:
            yield from inner.walk(level + 1)


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document in one language.

    `facts` stand on the title page or cover; `notice` says what the document is and is not;
    `furniture` are the few words a printer needs itself, already in the reader's language:
    `contents`, `page` (with `{page}` and `{pages}`), `continued`.
    """

    title: str
    subtitle: str
    language: str
    on: date
    facts: tuple[Line, ...]
    notice: str
    sections: tuple[Section, ...]
    furniture: dict[str, str] = field(default_factory=dict)

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Every section in reading order with its depth (1 is the top)."""
        for section in self.sections:
            yield from section.walk()
