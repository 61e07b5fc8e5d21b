"""`ropa due`: one register or several; text, JSON or a calendar."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import UsageError
from click.testing import CliRunner, Result
from icalendar import Calendar

from ropa.cli.due import command
from ropa.errors import NotUnderstood

TEXT = """ropa: 1
holder: us
parties: {key: us, name: Us}
activities: {key: w, name: Wages, reviewed: 2025-12-01, absences: {retention: {unknown: x, due: 2026-10-01}}}
"""


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A register with something overdue and something to come."""
    (tmp_path / "r.yaml").write_text(TEXT, "utf-8")
    return str(tmp_path / "r.yaml")


def run(*words: str) -> Result:
    """The command as it is called."""
    return CliRunner().invoke(command, [*words, "--on", "2026-11-22"], standalone_mode=False)


def test_text(file: str) -> None:
    """Overdue first, then what comes; a shorter window shows less."""
    lines = run(file).output.splitlines()

    assert [f"{file} · as of 2026-11-22", True, True] == [
        lines[0],
        lines[1].startswith("2026-10-01 (overdue) — Wages"),
        lines[2].startswith("2026-12-01 — Wages"),
    ]
    assert 2 == len(run(file, "--within", "1w").output.splitlines())


def test_json_of_several(file: str) -> None:
    """A list, each with its register."""
    found = json.loads(run(file, file, "--format", "json").output)

    assert [(file, 2)] * 2 == [(one["register"], len(one["due"])) for one in found]


def test_calendar_of_several(file: str, tmp_path: Path) -> None:
    """One calendar; a register that cannot be read is told of and does not end the run."""
    (tmp_path / "bad.yaml").write_text("ropa: 2\n", "utf-8")
    done = run(file, str(tmp_path / "bad.yaml"), file, "--format", "ics", "--language", "nl")

    assert 2 == done.return_value
    assert 4 == len(Calendar.from_ical(done.stdout_bytes).walk("VEVENT"))
    assert b"\r\nBEGIN:VEVENT\r\n" in done.stdout_bytes
    assert "bad.yaml" in done.stderr


def test_calendar_in_a_file(file: str, tmp_path: Path) -> None:
    """The bytes that would be printed, over those of the last time; not without all registers, nor for text."""
    target = tmp_path / "due.ics"
    printed = run(file, "--format", "ics").stdout_bytes
    for _ in range(2):
        assert 0 == run(file, "--format", "ics", "-o", str(target)).return_value
    assert printed == target.read_bytes()

    target.unlink()
    assert 2 == run(file, str(tmp_path / "nowhere.yaml"), "--format", "ics", "-o", str(target)).return_value
    assert not target.exists()
    assert isinstance(run(file, "-o", str(target)).exception, UsageError)
    assert isinstance(run(file, "--format", "ics", "-o", file).exception, UsageError)


def test_a_wrong_period(file: str) -> None:
    """Is told before anything is read."""
    done = run("nowhere.yaml", "--within", "soon")

    assert isinstance(done.exception, NotUnderstood)
    assert "90d" in str(done.exception)
