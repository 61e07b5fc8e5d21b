"""The scripts among the examples run, are short, and print something a person can read."""

from __future__ import annotations

import runpy
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))


def test_there_are_scripts() -> None:
    """Nothing below passes because there is nothing."""
    assert [script.name[:2] for script in SCRIPTS] == ["01", "02", "03", "04", "05", "06", "07"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_runs(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is run from the top folder, as its first lines say, and prints what its last lines show."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    text = script.read_text("utf-8")

    runpy.run_path(str(script), run_name="__main__")
    out, err = capsys.readouterr()

    assert f"python examples/{script.name}" in text
    assert len(text.splitlines()) <= 40
    assert err == ""
    assert 3 <= len(out.splitlines()) <= 40
    assert not [line for line in out.splitlines() if "<" in line or len(line) > 125]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_says_the_same_twice(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every date in it is given, so it says next year what it says today."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    runpy.run_path(str(script), run_name="__main__")
    first = capsys.readouterr().out
    runpy.run_path(str(script), run_name="__main__")

    assert capsys.readouterr().out == first
    assert "today" not in script.read_text("utf-8")
