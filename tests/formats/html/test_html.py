"""The report as a page: the whole outline is in it, as text, and the same outline gives the same bytes."""

from __future__ import annotations

from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from tests.strategies import registers, thorough

import ropa
from ropa.drawing import picture
from ropa.formats import html
from ropa.formats.plain import plain
from ropa.outline import report
from ropa.outline.page import Cell, Column, Line, Lines, Outline, Paragraph, Section, Table
from ropa.typeface import printable

ON = date(2026, 1, 1)


class Read(HTMLParser):
    """The words of a page, and what is opened and not closed."""

    VOID = frozenset({"meta", "link"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [str(value) for name, value in attrs if name == "id"]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def said(outline: Outline) -> list[str]:
    """Every text of the sections."""
    found: list[str] = []
    for _, section in outline.walk():
        found.append(section.title)
        for block in section.blocks:
            if isinstance(block, Paragraph):
                found.append(block.text)
            elif isinstance(block, Lines):
                found += [plain(cell.value) for line in block.lines for cell in line.cells]
            elif isinstance(block, Table):
                found += [plain(cell.value) for row in block.rows for field in row for cell in field]
    return found


def write(outline: Outline) -> str:
    return html.write(
        outline, pictures=lambda figure: picture(figure.graph, language=figure.language, on=figure.on)
    )


@thorough
@given(registers())
def test_nothing_is_lost_and_nothing_left_open(register: ropa.Register) -> None:
    outline = report(register, language="fr", on=ON)
    text = write(outline)
    read = Read(text)
    together = "".join(read.words)
    assert not [one for one in said(outline) if printable(one, any_script=True) not in together]
    assert not read.open
    assert len(read.ids) == len(set(read.ids))
    assert write(report(register, language="fr", on=ON)) == text


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", '"><img src=x>', "a &lt; b"])
def test_a_text_is_never_markup(name: str) -> None:
    row = ((Cell(name, target=name, anchor=f"{name}!"),),)
    table = Table((Column(name, name),), (row,))
    inner = Section(name, name, (table, Lines((Line(name, (Cell(name),)),)), Paragraph(name, muted=True)))
    outline = Outline(name, name, "en", ON, (), name, (Section("top", name, (), (inner,)),))
    text = write(outline)
    assert name not in text
    assert "".join(Read(text).words).count(name) == 15


def test_a_row_without_a_name_has_no_empty_heading() -> None:
    """A heading without a word would be read aloud; the field is there all the same."""
    table = Table((Column("Name"), Column("Law")), (((Cell("one"),), ()), ((), (Cell("two"),))))
    text = write(Outline("t", "", "en", ON, (), "", (Section("top", "Top", (table,)),)))

    assert '<th scope="row">one</th><td></td>' in text
    assert "<td></td><td>two</td>" in text
