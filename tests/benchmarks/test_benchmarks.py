"""The benchmarks run: nothing here is timed, a ratio is only read by a person."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

import pytest

ROOT = Path(__file__).parents[2]
RUN = ROOT / "benchmarks" / "run.py"


def table(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What the benchmarks print."""
    return subprocess.run([sys.executable, str(RUN), *arguments], capture_output=True, text=True, check=False)


def read(name: str) -> ModuleType:
    """A module of the benchmarks, which are no package: they find each other beside themselves."""
    with mock.patch.object(sys, "path", [str(RUN.parent), *sys.path]):
        return import_module(name)


def values(data: Any) -> int:
    """How many single values there are in plain data."""
    if isinstance(data, dict):
        return sum(map(values, data.values()))
    return sum(map(values, data)) if isinstance(data, list) else 1


@pytest.mark.parametrize("name", [one.name for one in read("run").BENCHMARKS])
def test_runs_and_prints_its_row(name: str) -> None:
    """Every benchmark does its work on a tiny register and says how long it took, against its floor if it has one."""
    done = table("--size", "1", "--times", "1", "--only", name)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in done.stdout.splitlines()[2:]]

    assert done.stderr == ""
    assert rows[0][0] == name
    assert all(float(row[3]) >= 0 for row in rows)
    assert all(float(row[5]) >= 0 for row in rows if row[6]), "a promise stands beside a ratio"
    assert done.returncode == (1 if any(row[-1] == "over" for row in rows) else 0)


def test_every_piece_of_work_is_measured() -> None:
    """No work stands in the file that no benchmark asks for, and none is asked for that does not."""
    asked = {
        one for held in read("run").BENCHMARKS for one in (held.ours, held.floor) if one and " " not in one
    }

    assert set(read("work").WORK) == asked


def test_a_register_has_the_size_that_is_asked_for() -> None:
    """About 70 values and three flows for each activity."""
    made = read("made").register_data(100)

    assert 100 == len(made["activities"])
    assert 60 < values(made["activities"]) / 100 < 80
    assert all(len(one["flows"]) == 3 for one in made["activities"])
    assert made == read("made").register_data(100)


def test_a_peer_that_is_not_installed_is_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The programs of others are no part of the project: without one its row says so, promises nothing and fails nothing."""
    run = read("run")
    monkeypatch.setattr(run, "find_spec", lambda name: None)
    monkeypatch.setattr(run.Bench, "seconds", lambda bench, work, size: [1.0] * len(work))
    status = run.main(["--only", "pdf-typst", "--only", "pdf-weasyprint", "--times", "1", "--size", "1"])
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in capsys.readouterr().out.splitlines()]

    assert {row[0]: row[-1] for row in rows[2:]} == {
        "pdf-typst": "typst is not installed",
        "pdf-typst x10": "ok",
        "pdf-weasyprint": "weasyprint is not installed",
    }
    assert status == 0


def test_memory_that_grows_faster_than_the_register_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first row is what the others are held against."""
    run = read("run")
    one = next(one for one in run.BENCHMARKS if one.memory)

    def verdicts(peak: Callable[[int], float]) -> list[str]:
        monkeypatch.setattr(run.Bench, "memory", lambda bench, work, size: 9.0 + peak(size))
        return [row.verdict for row in run.memory_rows(run.Bench.__new__(run.Bench), one, 100)]

    assert verdicts(lambda size: size) == ["", "ok", "ok"]
    assert verdicts(lambda size: size**1.2) == ["", "over", "over"]
