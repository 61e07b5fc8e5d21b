"""`ropa concentration`: one register or several."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from ropa.cli.concentration import command


def said(*words: str) -> str:
    """What the command prints."""
    done = CliRunner().invoke(command, [*words, "--on", "2026-11-22"], standalone_mode=False)
    assert (None, 0) == (done.exception, done.return_value)
    return done.output


def test_text(bakery_file: Path) -> None:
    """The name of the register and the day, then the few that matter."""
    lines = said(str(bakery_file), "--language", "en").splitlines()

    assert f"{bakery_file} · as of 2026-11-22" == lines[0]
    assert "Wolkenrek BV: data in 2 of 6 activities (33%); as a processor in 2" in lines
    assert "India: data in 1 of 6 activities (17%); in 1 they can only be reached from there" in lines


def test_several(bakery_file: Path) -> None:
    """A block for each; as JSON a list."""
    assert 2 == said(str(bakery_file), str(bakery_file)).count("2026-11-22")
    found = json.loads(said(str(bakery_file), str(bakery_file), "--format", "json"))

    assert ["wolkenrek", "wolkenrek"] == [one["parties"][0]["key"] for one in found]
