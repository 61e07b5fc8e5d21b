"""On the command line a party goes by key, register number or name, whatever is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from ropa.cli import ropa as command

TEXT = """ropa: 1
holder: us
parties:
  - {key: us, name: The Bakery}
  - {key: azura, name: Brightcloud Inc., registration: {scheme: kbo, number: "0123.456.749"}}
activities:
  - key: payroll
    name: Payroll
    data_subjects: employees
    personal_data: name
    flows: [{recipient: azura, role: processor, processing: hosting, countries: IE}]
"""
WAYS = ["azura", "Brightcloud Inc.", "brightcloud inc.", "BE 0123.456.749"]


def said(*words: str) -> str:
    done = CliRunner().invoke(command, [*words, "--on", "2026-06-01"], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.output


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["chain"], []),
        (["chain"], ["--customer", "The Bakery"]),
        (["path"], ["us"]),
        (["graph", "--party"], None),
        (["impact", "--breach"], None),
    ],
    ids=["chain", "customer", "path", "graph", "impact"],
)
def test_a_party_by_any_of_its_names(
    tmp_path: Path, way: str, before: list[str], after: list[str] | None
) -> None:
    (tmp_path / "r.yaml").write_text(TEXT)
    path = str(tmp_path / "r.yaml")

    def asked(word: str) -> str:
        return said(*before, word, path) if after is None else said(*before, path, word, *after)

    assert asked(way) == asked("azura")


def test_an_activity_goes_before_a_name(tmp_path: Path) -> None:
    """A party whose name is the key of an activity is asked for by its key."""
    (tmp_path / "r.yaml").write_text(TEXT.replace("Brightcloud Inc.", "payroll"))
    path = str(tmp_path / "r.yaml")
    assert said("chain", path, "payroll") == said("chain", path, "activities.payroll")
