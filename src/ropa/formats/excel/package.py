"""Binds the sheets into one file: openpyxl makes the package and everything around the rows, the rows are put in after.

openpyxl is used through its public names only. What is relied on beyond them is how a sheet without rows
looks in the file: a `sheetData` in which nothing is said and, as the first thing after where links belong, the
page set-up.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl.comments import Comment
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from ropa.formats.excel.book import Book
from ropa.formats.excel.names import leading, usual
from ropa.formats.excel.sheet import Sheet, letter
from ropa.formats.excel.tables import choice_of, table_of
from ropa.formats.excel.text import head, legible, unescapable
from ropa.formats.excel.width import LEGIBLE
from ropa.outline.page import Outline

STAMP = (1980, 1, 1, 0, 0, 0)
"""The time every part of the file carries: the earliest a zip archive knows."""

MAKER = "ropa"

NOTE = 34, 230
"""How tall and how wide the window of a note is: a provision stands in it on one line, or on two."""

PAPER = 9
"""What Excel calls A4."""

ON_ONE_PAGE = 50
"""So many rows of a cover can still be read on one page."""
CLOSE = 13
"""How tall its rows are, in points, so that they can."""

AT_ONCE = 2000
VAST = 2**29
"""From so many characters on a part may pass the two gigabytes of a plain zip entry."""

# Where a cell has a note openpyxl makes the cell and its row, with nothing in it.
_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_EXTENT = re.compile(rb'(<dimension ref=")[^"]*(")')
# Links come after filter and merged cells and before everything that says how the sheet is printed.
_AFTER_LINKS = re.compile(rb"<(?:printOptions|pageMargins)\b")


def bound(book: Book, outline: Outline) -> bytes:
    """The finished workbook as bytes."""
    workbook = book.workbook
    workbook.remove(workbook.worksheets[0])
    made = []
    for number, sheet in enumerate(book.sheets):
        worksheet = workbook.create_sheet(sheet.name)
        _dress(worksheet, sheet, outline, cover=number == 0)
        made.append(worksheet)
    _introduce(book, outline)
    shell = BytesIO()
    ExcelWriter(workbook, ZipFile(shell, "w")).save()
    sheets = {worksheet.path.lstrip("/"): sheet for worksheet, sheet in zip(made, book.sheets, strict=True)}
    return _with_rows(shell, sheets, book)


def _introduce(book: Book, outline: Outline) -> None:
    about = book.workbook.properties
    about.creator = MAKER
    about.title = unescapable(outline.title)
    about.subject = unescapable(outline.subtitle)
    about.language = outline.language
    # openpyxl would say "now"; the same outline is to give the same bytes.
    about.created = about.modified = datetime(outline.on.year, outline.on.month, outline.on.day)


def _dress(worksheet: Worksheet, sheet: Sheet, outline: Outline, *, cover: bool) -> None:
    for column, width in sheet.widths.items():
        worksheet.column_dimensions[letter(column)].width = width
    worksheet.sheet_view.showGridLines = not cover
    worksheet.freeze_panes = sheet.frozen
    for grid in sheet.tables:
        worksheet.add_table(table_of(grid))
    for extent, words in sheet.choices:
        if choice := choice_of(extent, words):
            worksheet.add_data_validation(choice)
    for at, text in sheet.notes:
        worksheet[at].comment = Comment(legible(text), MAKER, *NOTE)
    if sheet.repeated:
        worksheet.print_title_rows = f"{sheet.repeated[0]}:{sheet.repeated[1]}"
    _paper(worksheet, sheet)
    if cover and sheet.last <= ON_ONE_PAGE:
        worksheet.page_setup.fitToHeight = 1
        worksheet.sheet_format.defaultRowHeight, worksheet.sheet_format.customHeight = CLOSE, True
    _margins(worksheet, outline)


def _paper(worksheet: Worksheet, sheet: Sheet) -> None:
    """A4 across, one page wide; on several only what nobody could read on one."""
    total = sum(sheet.widths.values())
    again = sum(sheet.widths.get(column, 0) for column in range(1, sheet.naming + 1))
    across = 1 if total <= LEGIBLE else math.ceil((total - again) / max(LEGIBLE - again, 1))
    worksheet.page_setup.paperSize = PAPER
    worksheet.page_setup.orientation = "landscape"
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth = across
    worksheet.page_setup.fitToHeight = 0
    if across > 1:
        worksheet.print_title_cols = f"A:{letter(sheet.naming)}"
    worksheet.page_margins.left = worksheet.page_margins.right = 0.4


def _margins(worksheet: Worksheet, outline: Outline) -> None:
    page = outline.furniture.get("page", "{page} / {pages}")
    above, below = HeaderFooterItem(), HeaderFooterItem()
    above.left.text = _printed(outline.subtitle or outline.title)
    above.right.text = _printed(outline.on.isoformat())
    below.left.text = f"{_printed(outline.title)} · &A" if outline.subtitle else "&A"
    below.right.text = _printed(page).replace("{pages}", "&N").replace("{page}", "&P")
    worksheet.oddHeader, worksheet.oddFooter = above, below


def _printed(text: str) -> str:
    """A text for the margin, where `&` starts a command and 255 units are all there is."""
    line = unescapable(text)
    short = line if head(line, 90) == line else head(line, 89) + "…"
    return short.replace("&", "&&")


def _with_rows(shell: BytesIO, sheets: dict[str, Sheet], book: Book) -> bytes:
    out = BytesIO()
    with ZipFile(shell) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = ZipInfo(usual(name), STAMP)
            part.compress_type = ZIP_DEFLATED
            # The same on every system.
            part.create_system, part.external_attr = 3, 0o600 << 16
            content = leading(name, source.read(name))
            sheet = sheets.get(name)
            vast = sheet is not None and sum(map(len, sheet.rows)) > VAST
            with target.open(part, "w", force_zip64=vast) as stream:
                for chunk in _chunks(content, sheet, book) if sheet else (content,):
                    stream.write(chunk)
    return out.getvalue()


def _chunks(content: bytes, sheet: Sheet, book: Book) -> Iterator[bytes]:
    rows, links = _ROWS.search(content), _AFTER_LINKS.search(content)
    if rows is None or links is None or links.start() < rows.end():
        raise RuntimeError("this openpyxl writes sheets in a way that is not understood here")
    # openpyxl has seen an empty sheet; a reader that believes it would find one.
    extent = rf"\g<1>{sheet.extent}\g<2>".encode()
    yield _EXTENT.sub(extent, content[: rows.start()]) + b"<sheetData>"
    for start in range(0, len(sheet.rows), AT_ONCE):
        yield "".join(sheet.rows[start : start + AT_ONCE]).encode()
    yield b"</sheetData>" + content[rows.end() : links.start()]
    yield sheet.hyperlinks(book.places).encode() + content[links.start() :]
