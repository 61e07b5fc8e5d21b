"""The benchmark of planted defects: every rule has one, its clean registers are clean, a miss and a false alarm show."""

from __future__ import annotations

import doctest
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.benchmarks.test_benchmarks import read

import ropa

ON = date(2026, 11, 21)
DUE = ropa.explain("item-missing")


@pytest.fixture(scope="module")
def defects() -> ModuleType:
    """The module, which is in no package."""
    return read("defects")


@pytest.fixture(scope="module")
def planting() -> ModuleType:
    """The module that plants."""
    return read("planting")


@pytest.fixture(scope="module")
def clean() -> ModuleType:
    """The module that makes clean registers."""
    return read("clean")


@pytest.fixture(scope="module")
def every(planting: ModuleType) -> list[Any]:
    """Every register with its answer."""
    return list(planting.cases(ON, 1))


def test_every_rule_has_a_planted_defect(defects: ModuleType, every: list[Any]) -> None:
    """A new rule without one fails here; so does a defect of a rule that is gone."""
    planted = {one["rule"] for case in every for one in defects.answer(case)["findings"]}

    assert planted == {rule.code for rule in ropa.RULES}


@pytest.mark.parametrize("place", read("clean").places())
@pytest.mark.parametrize("kind", read("clean").kinds())
def test_clean_is_clean(clean: ModuleType, kind: str, place: str) -> None:
    """No rule finds anything in a register of any kind and place, not even a note; it is the same each time."""
    ground = clean.Ground(kind, place, 7, ON)
    register = ropa.Register(**clean.clean(ground))

    assert [one.name for one in ropa.check(register, on=ON).findings] == []
    assert clean.clean(ground) == clean.clean(ground)
    assert register.language == clean.places()[place]["language"]


@pytest.mark.parametrize("name", ["clean", "scoring"])
def test_examples(name: str) -> None:
    """What the docstrings show is so."""
    tried = doctest.testmod(read(name), extraglobs={"date": date})

    assert (tried.failed, bool(tried.attempted)) == (0, True)


def test_seeds_make_different_registers(clean: ModuleType) -> None:
    """What a holder does besides is chosen by the seed."""
    made = {str(clean.clean(clean.Ground("shop", "NL", seed, ON))) for seed in range(20)}

    assert len(made) > 2


def test_what_is_left_out_of_false_alarms_is_found(defects: ModuleType, every: list[Any]) -> None:
    """What another rule may say besides is said, with a reason: an allowance nobody needs is no allowance."""
    for case in (one for one in every if one.also):
        found = {(one["rule"], one["at"]) for one in defects.ours(case)["findings"]}
        assert {(one["rule"], one["at"]) for one in case.also} <= found, case.name
        assert all(one["why"] for one in case.also)


@pytest.mark.parametrize(
    ("edit", "path"), [("drop", "activities.nowhere.flows"), ("set", "parties.holder.contacts.email")]
)
def test_a_defect_that_cannot_be_planted(
    planting: ModuleType, clean: ModuleType, edit: str, path: str
) -> None:
    """A path that leads nowhere is a fault of the benchmark, and says so."""
    defect = {"rule": "ROPA001", "in": "shop", edit: [path] if edit == "drop" else {path: 1}}

    with pytest.raises((ValueError, IndexError, KeyError)):
        planting._case("none", clean.Ground("shop", "NL", 1, ON), defect)


def silent(register: ropa.Register, on: date) -> list[ropa.Place]:
    """Finds nothing."""
    return []


def loud(register: ropa.Register, on: date) -> list[ropa.Place]:
    """Always speaks."""
    return [ropa.Place("activities.cameras")]


@pytest.mark.parametrize(
    ("finds", "recall", "precision", "status"),
    [(silent, 0, 1, 1), (loud, 0.5, 1 / 4, 1), (DUE.finds, 1, 1, 0)],
)
def test_notices(
    defects: ModuleType,
    every: list[Any],
    finds: Callable[..., Any],
    recall: float,
    precision: float,
    status: int,
) -> None:
    """A rule that finds nothing misses, one that always speaks raises a false alarm: status 1; a good one: 0."""
    planted = [case for case in every if any(code == DUE.code for code, _ in case.expected)]
    cases = [*(one for one in planted if one.kind in ("employer", "church")), *every[:2]]
    told = [defects.ours(case, [replace(DUE, finds=finds)]) for case in cases]
    answers = [defects.answer(case) for case in cases]
    mine = read("scoring").score(answers, told, defects.NAMES)[DUE.code]

    assert len(cases) == 4
    assert (mine.recall, mine.precision) == (recall, precision)
    assert defects._told(answers, told) == status


def test_plain_files_and_a_judge(
    defects: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Others read the files and answer in the form of the list, which judged against itself is perfect."""
    chosen = ["--rule", "waiver-expired", "--rule", "ROPA202"]
    assert defects.main([*chosen, "--write", str(tmp_path)]) == 0
    file = tmp_path / "answers.json"
    answers = json.loads(file.read_text("utf-8"))

    assert {one["file"] for one in answers} == {path.name for path in tmp_path.glob("*.yaml")}
    for one in answers:
        report = ropa.check(ropa.load(tmp_path / one["file"]), on=date.fromisoformat(one["on"]))
        found = [{"rule": held.code, "at": held.where} for held in report.findings]
        assert sorted(found, key=str) == sorted(
            ({"rule": held["rule"], "at": held["at"]} for held in one["findings"]), key=str
        )
    assert defects.main([*chosen, "--judge", str(file)]) == 0

    file.write_text(json.dumps(answers[1:]), "utf-8")
    assert defects.main([*chosen, "--judge", str(file)]) == 1
    assert f"missed: ROPA202 in {answers[0]['file']} activities.orders.flows.till" in capsys.readouterr().out


def test_a_decision_that_is_not_named(defects: ModuleType, every: list[Any]) -> None:
    """On which decision a transfer rests counts like a finding, where a tool names decisions at all."""
    cases = [one for one in every if one.decisions][:2]
    answers = [defects.answer(case) for case in cases]
    other = [
        {**one, "decisions": [{**held, "decision": "1"} for held in one["decisions"]]} for one in answers
    ]
    without = [{**one, "decisions": []} for one in answers]
    score = read("scoring").score

    assert score(answers, other, defects.NAMES)["decision"].recall == 0
    assert len(score(answers, other, defects.NAMES)["decision"].alarms) == 2
    assert "decision" not in score(answers, without, defects.NAMES)
