"""The benchmark of the check: what it makes, and how it judges. Nothing here is timed."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from tests.benchmarks.test_benchmarks import RUN, read

import ropa

checking = read("checking")


@pytest.fixture(autouse=True)
def _made_stands_beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(RUN.parent))
    monkeypatch.delitem(sys.modules, "made", raising=False)


@pytest.mark.parametrize("kind", checking.KINDS)
def test_days_change_nothing_but_the_work(kind: str) -> None:
    """The same faults are found where everything has days on which it holds."""
    plain, dated = (
        [
            (one.code, one.where)
            for one in ropa.check(
                ropa.Register.of(checking.data(kind, 20, dated=days)), on=checking.ON
            ).findings
        ]
        for days in (False, True)
    )
    assert plain == dated != []


def test_every_piece_of_work_runs() -> None:
    """Each gives a number; the slowest rules are told with their share of all."""
    for work in (checking.load, checking.check, checking.with_days, checking.again):
        assert work("plain", 2) > 0
    assert checking.memory("chains", 10, 1) > 0
    assert 0 < sum(share for _, _, share, _ in checking.slowest("plain", 2, 15)) <= 1


def test_a_ratio_over_its_promise_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All rows are printed whatever the first of them says."""

    def asked(self: Any, name: str, *arguments: int) -> float:
        return 9.0 if name == "check" and arguments[0] == 10 else 1.0 + sum(arguments) * (name == "memory")

    monkeypatch.setattr(checking.Bench, "_asked", asked)
    assert checking.main(["--size", "10", "--kind", "plain", "--times", "1", "--slowest", "0"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.split("|")[1].strip() for line in said[2:]] == [
        "check",
        "x10",
        "memory",
        "dates",
        "another day",
    ]
    assert said[2].endswith("| over |")
