"""`ropa diff`: two files, a line for each change, and a status that a pipeline can use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.builders import bakery_text

from ropa.cli.diff import command
from ropa.errors import FileNotUnderstood
from ropa.glossary import LANGUAGES


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with the register of last year and that of today."""
    (tmp_path / "old.yaml").write_text(bakery_text(), "utf-8")
    new = bakery_text(
        "role: processor, processing: hosting, countries: NL",
        "role: processor, processing: hosting, countries: IN",
    )
    (tmp_path / "new.yaml").write_text(new.replace("# the end", "notices: {title: Privacy}"), "utf-8")
    return tmp_path


def run(here: Path, old: str, new: str, *words: str) -> tuple[object, str]:
    paths = [str(here / old), str(here / new), "--on", "2026-06-01", *words]
    done = CliRunner().invoke(command, paths, catch_exceptions=False, standalone_mode=False)
    return done.return_value, done.output


def test_a_change_is_status_one(here: Path) -> None:
    """The day, then the changes under how soon to look at them."""
    assert run(here, "old.yaml", "new.yaml", "--language", "en") == (
        1,
        "2026-06-01\n"
        "To look at first\n"
        "  Loonadministratie → Wolkenrek BV: country outside the EEA added: Netherlands → India (no ground recorded)\n"
        "Other changes\n"
        "  Privacy statement added: Privacy\n",
    )


def test_no_change_is_status_nought(here: Path) -> None:
    """And is said, in the language of the register."""
    assert run(here, "old.yaml", "old.yaml") == (0, "2026-06-01\nEr is niets gewijzigd.\n")


def test_json(here: Path) -> None:
    """The same as data."""
    status, told = run(here, "old.yaml", "new.yaml", "--format", "json")

    assert status == 1
    assert [one["kind"] for one in json.loads(told)["changes"]] == ["outside-eea", "notice-added"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown(here: Path, language: str) -> None:
    """A table for each weight."""
    status, told = run(here, "old.yaml", "new.yaml", "--format", "markdown", "--language", language)

    assert status == 1
    assert told.count("\n| --- | --- | --- | --- | --- |\n".strip()) == 2
    assert "India" in told or "Inde" in told or "Indien" in told


def test_a_file_that_is_none(here: Path) -> None:
    """One clear error."""
    (here / "bad.yaml").write_text("ropa: [", "utf-8")

    with pytest.raises(FileNotUnderstood):
        run(here, "old.yaml", "bad.yaml")
