"""LibreOffice as a judge of the workbook: it opens the file, shows every text, and gives the same values back."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ropa.formats.excel import write
from ropa.outline.page import Cell, Column, Line, Lines, Outline, Paragraph, Section, Table

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

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


def converted(folder: Path, kind: str) -> Path:
    """What LibreOffice makes of the workbook."""
    (folder / "register.xlsx").write_bytes(write(printed()))
    profile = (folder / "profile").as_uri()
    program = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless"]
    task = ["--convert-to", kind, "--outdir", str(folder / "out"), str(folder / "register.xlsx")]
    subprocess.run([*program, *task], check=True, capture_output=True, timeout=180)
    return folder / "out" / f"register.{kind}"


def test_libreoffice_reads_every_value(tmp_path: Path) -> None:
    """Read by LibreOffice, written by it and read again, every value is what it was."""
    found: Any = load_workbook(converted(tmp_path, "xlsx"))
    rows = list(found["It's all-here"].iter_rows(min_row=5, max_row=4 + len(TEXTS)))

    # LibreOffice understands `_x005F_` when reading, and writes no such thing itself.
    assert [row[0].value for row in rows] == TEXTS
    assert [row[1].value for row in rows] == list(range(len(TEXTS)))
    assert [row[2].value.date().day for row in rows] == list(range(1, len(TEXTS) + 1))
    assert found["It's all-here"].auto_filter.ref == f"A4:C{4 + len(TEXTS)}"


def test_libreoffice_prints_it(tmp_path: Path) -> None:
    """The pages carry the title with its ampersand and count themselves."""
    pypdf = pytest.importorskip("pypdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(converted(tmp_path, "pdf")).pages]

    assert all("R&D register" in page for page in pages)
    assert f"1 / {len(pages)}" in pages[0]
    assert "=1+1" in pages[1]
