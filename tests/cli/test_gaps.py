"""`ropa gaps`: one register or several, text or JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ropa.cli.gaps import command

SOUND = "ropa: 1\nholder: us\nparties: {key: us}\nactivities: {key: w, personal_data: name}\n"


@pytest.fixture
def sound(tmp_path: Path) -> str:
    """A register without gaps."""
    (tmp_path / "sound.yaml").write_text(SOUND, "utf-8")
    return str(tmp_path / "sound.yaml")


def run(*words: str) -> Result:
    """The command as it is called."""
    return CliRunner().invoke(command, [*words, "--on", "2026-11-22"], standalone_mode=False)


def test_a_block_for_each_register(bakery_file: Path, sound: str) -> None:
    """Under its name, with the day; where nothing is found that is said."""
    done = run(str(bakery_file), sound, "--language", "en")
    lines = done.output.splitlines()

    assert 0 == done.return_value
    assert [f"{bakery_file} · as of 2026-11-22", f"{sound} · as of 2026-11-22"] == [lines[0], lines[2]]
    assert lines[1].startswith("Postduif BV is a processor for Bakkerij De Korenaar BV: no contract in force")
    assert "No gap found in what the register records." == lines[3]


def test_json_of_one_and_of_several(bakery_file: Path, sound: str) -> None:
    """One is a value, several are a list; each names its register."""
    one = json.loads(run(str(bakery_file), "--format", "json").output)
    two = json.loads(run(str(bakery_file), sound, "--format", "json").output)

    assert [one, {"register": sound, "on": "2026-11-22", "gaps": []}] == two
    assert (str(bakery_file), ["processor-without-contract"]) == (
        one["register"],
        [gap["gap"] for gap in one["gaps"]],
    )


def test_one_that_cannot_be_read_does_not_end_the_run(tmp_path: Path, sound: str) -> None:
    """Its problems are told, the others are asked, and the status says so."""
    (tmp_path / "broken.yaml").write_text("ropa: 1\nholdr: us\n", "utf-8")
    done = run(str(tmp_path / "broken.yaml"), sound)
    listed = run(str(tmp_path / "broken.yaml"), sound, "--format", "json")

    assert (2, 2) == (done.return_value, listed.return_value)
    assert "holdr" in done.stderr
    assert sound in done.stdout
    assert [True, False] == ["problems" in one for one in json.loads(listed.stdout)]
