"""The benchmark of planted defects: its clean registers are clean, and it notices a miss and a false alarm."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from tests.benchmarks.test_benchmarks import read

import ropa

ON = date(2026, 11, 21)
DUE = ropa.explain("item-missing")


@pytest.fixture(scope="module")
def defects() -> ModuleType:
    """The module, which is in no package."""
    return read("defects")


@pytest.mark.parametrize("size", [1, 3, 30])
def test_clean_is_clean(defects: ModuleType, size: int) -> None:
    """No rule has an error or a warning for a complete register, and it is of the size that was asked for."""
    made = defects.clean(size)
    loud = [one.name for one in ropa.check(made, on=ON).findings if one.level is not ropa.Level.NOTE]

    assert len(made.activities) == size
    assert loud == []
    assert ropa.loads(ropa.dumps(made)) == made


def test_a_defect_in_a_clean_register(defects: ModuleType) -> None:
    """Planted among the activities of a clean one, an example keeps its fault, and its keys meet nobody else's."""
    example = ropa.loads(
        "ropa: 1\nholder: b\nparties: [{key: b}, {key: rack}]\nactivities: [{key: wages, flows: {recipient: rack}}]\n"
    )
    whole = defects.planted(example, defects.clean(3))

    assert [one.key for one in whole.activities] == ["wages", "orders", "tours", "planted-wages"]
    assert whole.activity("planted-wages").flows[0].recipient == ("planted-rack",)
    assert {one.where for one in ropa.check(whole, on=ON, rules=[DUE]).findings} == {
        "activities.planted-wages"
    }


def test_notices(defects: ModuleType) -> None:
    """A rule that finds nothing misses, and one that always speaks raises a false alarm: status 1; a good one: 0."""

    def silent(register: ropa.Register, on: date) -> list[ropa.Place]:
        return []

    def loud(register: ropa.Register, on: date) -> list[ropa.Place]:
        return [ropa.Place("")]

    for finds, recall, precision, status in ((silent, 0, 1, 1), (loud, 1, 1 / 3, 1), (DUE.finds, 1, 1, 0)):
        rule = ropa.Rule(
            DUE.code,
            DUE.name,
            DUE.article,
            DUE.duty,
            DUE.certainty,
            DUE.theme,
            DUE.profile,
            finds,
            DUE.doc,
            DUE.words,
        )
        every = list(defects.cases([rule], [1]))
        scores, beside, _ = defects.judge([rule], every, ON)
        (score,) = scores.values()
        assert (score.recall, score.precision) == (recall, precision)
        assert defects._told(scores, beside, len(every)) == status


def test_leaves_files_for_others(defects: ModuleType, tmp_path: Path) -> None:
    """Each register is a file that loads, and the list of answers names each with what is known of it."""
    assert defects.main(["--rule", "waiver-expired", "--sizes", "2", "--out", str(tmp_path)]) == 0
    answers = json.loads((tmp_path / "answers.json").read_text("utf-8"))

    assert {one["file"] for one in answers} == {path.name for path in tmp_path.glob("*.yaml")}
    assert [one["faulty"] for one in answers] == [False, True, True, False, False]
    assert all(bool(one["where"]) == one["faulty"] for one in answers)
    assert all(ropa.load(tmp_path / one["file"]).holder for one in answers)
