"""Lays an outline out on sheets: the cover, then the sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa.formats.excel.book import Book
from ropa.formats.excel.continued import continued
from ropa.formats.excel.running import lines_of_text
from ropa.formats.excel.section import SectionSheets, anchor, parted
from ropa.outline.page import Cell, Figure, Outline, Section, Table

COVER = {1: 30, 2: 84, 3: 26}


def filled(outline: Outline) -> Book:
    """The whole outline on sheets."""
    told = (section for section in outline.sections if not _pictures_only(section))
    sections = [one for section in told for one in parted(section)]
    walked = [inner for section in sections for _, inner in section.walk()]
    known = frozenset((*(inner.key for inner in walked), *anchors(walked)))
    book = Book(known, outline.furniture.get("continued", ""))
    _cover(book, outline, sections)
    for section in sections:
        SectionSheets(book, section).draw()
    return book


def anchors(sections: Iterable[Section]) -> Iterator[str]:
    """The rows that links may lead to."""
    tables = (block for section in sections for block in section.blocks if isinstance(block, Table))
    for table in tables:
        for row in table.rows:
            yield from (one for one in map(anchor, row[: table.naming]) if one)


def _pictures_only(section: Section) -> bool:
    blocks = [block for _, inner in section.walk() for block in inner.blocks]
    return bool(blocks) and all(isinstance(block, Figure) for block in blocks)


def _cover(book: Book, outline: Outline, sections: list[Section]) -> None:
    sheet, looks = book.open(outline.furniture.get("cover") or outline.title, dict(COVER)), book.looks
    for text, look in ((outline.title, looks.title), (outline.subtitle, looks.subtitle)):
        for piece in lines_of_text(text):
            sheet.add([(Cell(piece),)], [look])
    sheet.skip()
    for line in outline.facts:
        fields = [(Cell(line.label),), line.cells, (Cell(line.note),)]
        for row in continued(fields, COVER, 1, book.again):
            sheet.add(row, [looks.label, looks.body, looks.note])
    sheet.skip()
    if outline.notice:
        for text in lines_of_text(outline.notice):
            sheet.add([(Cell(text, muted=True),)], [looks.running])
        sheet.skip()
    sheet.add([(Cell(outline.furniture.get("contents", "")),)], [looks.heading])
    for section in sections:
        sheet.add([(Cell(section.title, target=section.key),)], [looks.running])
