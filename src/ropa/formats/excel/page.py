"""Lays an outline out on sheets: the cover, the sections, and at the end what was too long for a cell."""

from __future__ import annotations

from ropa.formats.excel.book import Book
from ropa.formats.excel.running import lines_of_text
from ropa.formats.excel.section import SectionSheets
from ropa.formats.excel.sheet import place_of
from ropa.outline.page import Cell, Figure, Outline, Section

COVER = {1: 30, 2: 84, 3: 26}
REST = {1: 8, 2: 44, 3: 110}


def filled(outline: Outline) -> Book:
    """The whole outline on sheets."""
    sections = [section for section in outline.sections if not _pictures_only(section)]
    known = frozenset(inner.key for section in sections for _, inner in section.walk())
    book = Book(known, outline.furniture.get("overflow-see", ""))
    _cover(book, outline, sections)
    for section in sections:
        SectionSheets(book, section).draw()
    _rests(book, outline)
    return book


def _pictures_only(section: Section) -> bool:
    blocks = [block for _, inner in section.walk() for block in inner.blocks]
    return bool(blocks) and all(isinstance(block, Figure) for block in blocks)


def _cover(book: Book, outline: Outline, sections: list[Section]) -> None:
    sheet, looks = book.open(outline.furniture.get("cover") or outline.title, dict(COVER)), book.looks
    sheet.add([(Cell(outline.title),)], [looks.title])
    sheet.add([(Cell(outline.subtitle),)], [looks.subtitle])
    sheet.skip()
    for line in outline.facts:
        sheet.add(
            [(Cell(line.label),), line.cells, (Cell(line.note),)], [looks.label, looks.body, looks.note]
        )
    sheet.skip()
    if outline.notice:
        for text in lines_of_text(outline.notice):
            sheet.add([(Cell(text, muted=True),)], [looks.running])
        sheet.skip()
    sheet.add([(Cell(outline.furniture.get("contents", "")),)], [looks.heading])
    for section in sections:
        sheet.add([(Cell(section.title, target=section.key),)], [looks.running])


def _rests(book: Book, outline: Outline) -> None:
    if not book.spill.rests:
        return
    title = outline.furniture.get("overflow-title", "…")
    sheet, looks = book.open(title, dict(REST)), book.looks
    sheet.add([(Cell(title),)], [looks.heading])
    sheet.skip()
    for rest in book.spill.rests:
        home = place_of(rest.home, rest.at)
        book.places["home", rest.number] = home
        for piece in rest.pieces:
            fields = [(Cell(int(rest.number)),), (Cell(home),), (Cell(piece),)]
            row = sheet.add(fields, [looks.body, looks.guide, looks.body])
            sheet.link(f"B{row}", ("home", rest.number))
