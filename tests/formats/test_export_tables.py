"""Rows of one's own reach every document: a verdict that turns by one stands the same in all of them."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from ropa.cli import ropa as command
from ropa.formats.export import export
from ropa.formats.hand_over import export_all
from ropa.formats.manifest import verify
from ropa.formats.native import dumps
from ropa.law import Tables, standard
from ropa.law.own_mark import own_in, own_mark
from ropa.model import Register
from ropa.rules import check

ON = date(2026, 6, 1)
ROWS = """
[[decision]]
number = "2025/9999"
countries = ["KE"]
from = 2025-01-01
scope = "whole"
source = "A decision made up for this test"
checked_on = 2026-01-02

[[membership]]
countries = ["ME"]
from = 2026-01-01
source = "A treaty made up for this test"
checked_on = 2026-01-02
"""


def register() -> Register:
    flows: list[dict[str, Any]] = [
        {"recipient": "desk", "role": "processor", "countries": "KE", "grounds": "adequacy"},
        {"recipient": "host", "role": "processor", "countries": "ME"},
    ]
    activity = {"key": "help", "name": "Helping", "data_subjects": "customers", "personal_data": "name"}
    parties = [{"key": "shop", "country": "NL"}, {"key": "desk"}, {"key": "host"}]
    return Register.of({"holder": "shop", "parties": parties, "activities": [{**activity, "flows": flows}]})


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    rows = tmp_path / "rows.toml"
    rows.write_text(ROWS)
    return standard().with_file(rows)


def text(path: Path) -> str:
    """What a document says, in one line of words."""
    if path.suffix == ".pdf":
        said = " ".join(page.extract_text() for page in PdfReader(path).pages)
    elif path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as held:
            said = " ".join(held.read(name).decode() for name in held.namelist() if name.endswith(".xml"))
    else:
        said = path.read_text()
    return " ".join(said.split())


def run(*words: str) -> int:
    """The status of a call of the command."""
    return CliRunner().invoke(command, words).exit_code


@pytest.mark.parametrize("suffix", ["pdf", "html", "xlsx"])
def test_a_verdict_turns_in_every_document(suffix: str, tables: Tables, tmp_path: Path) -> None:
    """As it does in the check."""
    ours, own = tmp_path / f"ours.{suffix}", tmp_path / f"own.{suffix}"
    export(register(), ours, language="en", on=ON)
    export(register(), own, language="en", on=ON, tables=tables)
    names = {one.rule.name for one in check(register(), on=ON).findings}
    turned = names - {one.rule.name for one in check(register(), on=ON, tables=tables).findings}

    assert {"adequacy-not-in-force", "transfer-without-ground"} <= turned
    assert "none is known here on 2026-06-01" in text(ours)
    assert "none is known here on 2026-06-01" not in text(own)
    assert "2025/9999 covers it on 2026-06-01" in text(own)
    assert "A decision made up for this test" in text(own)
    assert "with 2 rows added" in text(own)
    assert "rows added" not in text(ours)


@pytest.mark.parametrize("suffix", ["svg", "dot", "mmd", "graphml", "cyjs"])
def test_pictures_and_graphs_know_who_is_inside(suffix: str, tables: Tables, tmp_path: Path) -> None:
    """A country that a row of one's own brings into the EEA is not drawn outside it."""
    ours, own = tmp_path / f"ours.{suffix}", tmp_path / f"own.{suffix}"
    export(register(), ours, language="en", on=ON)
    export(register(), own, language="en", on=ON, tables=tables)

    assert "no ground stated" in text(ours)
    assert "no ground stated" not in text(own)


def test_the_records_hold_no_transfer_inside(tables: Tables, tmp_path: Path) -> None:
    """Letter (e) of the record is judged by the same rows."""
    export(register(), tmp_path / "own.html", language="en", on=ON, tables=tables)
    export(register(), tmp_path / "ours.html", language="en", on=ON)

    assert "Montenegro — host (processed there" in text(tmp_path / "ours.html")
    assert "Montenegro — host (processed there" not in text(tmp_path / "own.html")


def test_the_command_takes_what_stands_beside_the_register(tmp_path: Path) -> None:
    """As `ropa check` does, for one document and for a folder; or leaves it."""
    (tmp_path / "rows.toml").write_text(ROWS)
    (tmp_path / "ropa.toml").write_text('[tables]\nfile = "rows.toml"\n')
    source, out = tmp_path / "register.yaml", tmp_path / "out.html"
    source.write_text(dumps(register()))
    asked = ["export", str(source), str(out), "--on", "2026-06-01", "--language", "en"]

    assert run(*asked) == 0
    assert "2025/9999" in text(out)
    assert run(*asked, "--no-config") == 0
    assert "2025/9999" not in text(out)
    many = ["export", str(source), "--into", str(tmp_path / "all"), "--as", "workbook", "--on", "2026-06-01"]
    assert run(*many) == 0
    assert "2025/9999" in text(tmp_path / "all" / tmp_path.name / "register.xlsx")


def test_the_manifest_knows_the_rows(tables: Tables, tmp_path: Path) -> None:
    """Their mark stands in it, the digest differs with them, and it can be verified without them."""
    source = tmp_path / "register.yaml"
    source.write_text(dumps(register()))
    made = export_all([source], tmp_path / "own", as_=["sharing"], on=ON, tables_of={str(source): tables})
    ours = export_all([source], tmp_path / "ours", as_=["sharing"], on=ON)

    assert made.outputs[0].tables == own_mark(tables)
    assert ours.outputs[0].tables is None
    assert made.outputs[0].content != ours.outputs[0].content
    assert verify(tmp_path / "own").same


def test_own_rows_are_told_apart(tables: Tables) -> None:
    """The library's own are none of them; the mark is that of the rows."""
    assert [name for name, _ in own_in(tables)] == ["decision", "membership"]
    assert own_mark(standard()) is None
    assert own_mark(tables) != own_mark(standard().with_rows(decisions=tables.decisions[-1:]))
