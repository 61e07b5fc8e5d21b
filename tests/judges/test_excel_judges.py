"""Other programs as judges of the workbook: LibreOffice, exceljs and calamine open it and find the same tables in it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from tests.judges.browser import PROGRAMS, WEB, needs_browser

from ropa import load
from ropa.formats.excel import write
from ropa.outline import workbook
from ropa.outline.page import Cell, Column, Line, Lines, Outline, Paragraph, Section, Table

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

EXAMPLES = Path(__file__).parents[2] / "examples"
REAL = [("qlinx", "nl"), ("wolq", "de"), ("proximus-ict", "fr"), ("bakery", "en")]

TEXTS = [
    "plain",
    "=1+1",
    "+31 20 123",
    "-x",
    "@y",
    "#REF!",
    "a_x0041_b",
    "_x0041_x0042_",
    "<b> & \"quoted\" 'text'",
    "  blanks  ",
    "one\ntwo",
    "Ελληνικά Кириллица 漢字 😀",
    "0049",
    "x" * 600,
]


def printed() -> Outline:
    """An outline with every kind of block and texts that have tripped spreadsheets before."""
    columns = (Column("Text", "Art. 30(1)(b)"), Column("Number", kind="number"), Column("Day", kind="date"))
    rows = tuple(((Cell(text),), (Cell(n),), (Cell(date(2026, 1, 1 + n)),)) for n, text in enumerate(TEXTS))
    lines = Lines((Line("Label", (Cell("Value", target="all"), Cell("not stated", muted=True)), "Art. 5"),))
    table = Section("all", "It's all/here", (Paragraph("Introduction."), Table(columns, rows)))
    return Outline(
        title="R&D register",
        subtitle="",
        language="en",
        on=date(2026, 1, 1),
        facts=(Line("Of", (Cell("Somebody"),)),),
        notice="",
        sections=(table, Section("more", "More", (lines,))),
        furniture={"contents": "Contents"},
    )


def real(name: str, language: str) -> Outline:
    """The outline of an example."""
    return workbook(load(EXAMPLES / name / "register.yaml"), language=language, on=date(2026, 9, 1))


def converted(folder: Path, kind: str, content: bytes | None = None) -> Path:
    """What LibreOffice makes of a workbook."""
    (folder / "register.xlsx").write_bytes(content or write(printed()))
    profile = (folder / "profile").as_uri()
    program = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless"]
    task = ["--convert-to", kind, "--outdir", str(folder / "out"), str(folder / "register.xlsx")]
    subprocess.run([*program, *task], check=True, capture_output=True, timeout=180)
    return folder / "out" / f"register.{kind}"


@needs_office
def test_libreoffice_reads_every_value(tmp_path: Path) -> None:
    """Read by LibreOffice, written by it and read again, every value is what it was."""
    found: Any = load_workbook(converted(tmp_path, "xlsx"))
    rows = list(found["It's all-here"].iter_rows(min_row=5, max_row=4 + len(TEXTS)))

    # LibreOffice understands `_x005F_` when reading, and writes no such thing itself.
    assert [row[0].value for row in rows] == TEXTS
    assert [row[1].value for row in rows] == list(range(len(TEXTS)))
    assert [row[2].value.date().day for row in rows] == list(range(1, len(TEXTS) + 1))
    (table,) = found["It's all-here"].tables.values()
    assert (table.name, table.ref) == ("It_s_all_here", f"A4:C{4 + len(TEXTS)}")
    assert table.column_names == ["Text", "Number", "Day"]
    assert found["It's all-here"]["A4"].comment.text.strip().endswith("Art. 30(1)(b)")


@needs_office
def test_libreoffice_prints_it(tmp_path: Path) -> None:
    """The pages carry the title with its ampersand and count themselves."""
    pypdf = pytest.importorskip("pypdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(converted(tmp_path, "pdf")).pages]

    assert all("R&D register" in page for page in pages)
    assert f"1 / {len(pages)}" in pages[0]
    assert "=1+1" in pages[1]


@needs_office
def test_libreoffice_prints_on_a4_across_one_page_wide(tmp_path: Path) -> None:
    """Every page of a real workbook is A4, has whose it is and its number, and begins in the first column."""
    pypdf = pytest.importorskip("pypdf")
    outline = real("qlinx", "nl")
    pages = pypdf.PdfReader(converted(tmp_path, "pdf", write(outline))).pages
    texts = [page.extract_text() for page in pages]

    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(842, 595)}
    for number, text in enumerate(texts, start=1):
        assert outline.subtitle in text
        assert "2026-09-01" in text
        assert f"pagina {number} van {len(pages)}" in text
    # One page wide: no sheet begins a second time further right, so under its name the pages stand together.
    names = [re.search(rf"{re.escape(outline.title)} · (.+?)\s*pagina \d", text) for text in texts]
    assert (
        list(dict.fromkeys(name[1] for name in names if name))
        == load_workbook(BytesIO(write(outline))).sheetnames
    )


Told = dict[str, tuple[list[str], list[list[str]]]]
"""By the name of a table its headings and its rows."""


def plain(value: Any) -> str:
    """A value as two readers would both say it."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def told_by_exceljs(folder: Path, content: bytes) -> list[dict[str, Any]]:
    """All that exceljs tells of the tables of a workbook."""
    (folder / "read.xlsx").write_bytes(content)
    program = ["node", str(WEB / "tables.mjs"), str(PROGRAMS), str(folder / "read.xlsx")]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", timeout=90, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def by_exceljs(folder: Path, content: bytes) -> Told:
    """The tables as exceljs reads them."""
    found: Told = {}
    for one in told_by_exceljs(folder, content):
        assert one["columns"] == one["headings"]
        assert one["page"] == {"paperSize": 9, "orientation": "landscape", "fitToWidth": 1}
        found[one["name"]] = (one["columns"], [list(map(plain, row)) for row in one["rows"]])
    return found


def by_calamine(_folder: Path, content: bytes) -> Told:
    """The tables as calamine reads them."""
    calamine = pytest.importorskip("python_calamine")
    book = calamine.CalamineWorkbook.from_filelike(BytesIO(content), load_tables=True)
    tables = [book.get_table_by_name(name) for name in book.table_names]
    return {one.name: (one.columns, [list(map(plain, row)) for row in one.to_python()]) for one in tables}


def by_openpyxl(_folder: Path, content: bytes) -> Told:
    """The tables as openpyxl reads them."""
    found: Told = {}
    for sheet in load_workbook(BytesIO(content)).worksheets:
        for one in sheet.tables.values():
            _, *rows = sheet[one.ref]
            found[one.name] = (one.column_names, [[plain(cell.value) for cell in row] for row in rows])
    return found


READERS = [by_openpyxl, by_calamine, pytest.param(by_exceljs, marks=needs_browser)]


def held(outline: Outline) -> list[Table]:
    """Every table of an outline that has a row."""
    blocks = [block for _, section in outline.walk() for block in section.blocks]
    return [block for block in blocks if isinstance(block, Table) and block.rows]


def letters(texts: Sequence[str], mark: str) -> str:
    """What is said in a column from top to bottom, whatever the rows it was laid out in."""
    return "".join(
        "".join(text.removeprefix(f"({mark})") for text in texts).replace("•\N{NO-BREAK SPACE}", "").split()
    )


def said(table: Table, place: int) -> Iterator[str]:
    """What an outline says in a column."""
    for row in table.rows:
        yield "\n".join(plain(cell.value) for cell in row[place]) if place < len(row) else ""


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(("name", "language"), REAL)
def test_every_reader_finds_the_tables_of_the_outline(
    tmp_path: Path, reader: Any, name: str, language: str
) -> None:
    """The same tables in the same order, with the same headings, and in every column what the outline says in it."""
    outline = real(name, language)
    found, mark = reader(tmp_path, write(outline)), outline.furniture["continued"]
    tables = held(outline)

    assert [list(headings) for headings, _ in found.values()] == [
        [column.label for column in table.columns] for table in tables
    ]
    for table, (headings, rows) in zip(tables, found.values(), strict=True):
        for place in range(table.naming, len(headings)):
            assert letters([row[place] for row in rows], mark) == letters(list(said(table, place)), mark)
        for place in range(table.naming):
            kept = {letters([row[place]], mark) for row in rows}
            assert kept >= {letters([text], mark) for text in said(table, place)}


@needs_browser
@pytest.mark.parametrize(("name", "language"), REAL)
def test_exceljs_reads_notes_and_choices(tmp_path: Path, name: str, language: str) -> None:
    """The provision of a column is a note on its heading, and a closed list can be chosen from to the last row."""
    outline = real(name, language)
    found = told_by_exceljs(tmp_path, write(outline))

    for table, told in zip(held(outline), found, strict=True):
        assert told["notes"] == [column.note for column in table.columns]
        assert told["choices"] == [
            f'"{",".join(column.choices)}"' if column.choices else "" for column in table.columns
        ]
    assert any(any(told["notes"]) for told in found)
    assert any(any(told["choices"]) for told in found)


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_reads_texts_as_they_are(tmp_path: Path, reader: Any) -> None:
    """Texts that have tripped spreadsheets before, numbers and days."""
    (headings, rows) = reader(tmp_path, write(printed()))["It_s_all_here"]

    assert headings == ["Text", "Number", "Day"]
    assert [row[1] for row in rows] == [str(number) for number in range(len(TEXTS))]
    assert [row[2][:10] for row in rows] == [f"2026-01-{number + 1:02}" for number in range(len(TEXTS))]
    if reader is by_calamine:  # the others leave the escapes of the format as they stand
        assert [row[0] for row in rows] == TEXTS
