"""A baseline: what is known is told apart, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.formats.findings.conftest import Makes

from ropa.errors import CouldNotWrite, FileNotUnderstood
from ropa.formats.findings.baseline import read, write
from ropa.law import Level


def test_there_and_back(checked: Makes, tmp_path: Path) -> None:
    """What was written is known; waived findings are not in it."""
    one, file = checked(), tmp_path / "known.json"

    assert write(file, [one]) == 5
    known = read(file)
    assert known == {told.fingerprint for told in one.told if told.waiver is None}
    again = type(one)(one.name, one.register, one.report, "nl", known)
    assert again.acted_upon == ()
    assert not again.fails(Level.NOTE)


def test_says_nothing_of_the_register(checked: Makes, tmp_path: Path) -> None:
    """Rule and place, but no text of a finding."""
    write(tmp_path / "known.json", [checked()])
    text = (tmp_path / "known.json").read_text("ascii")

    assert "img" not in text
    assert "plain" not in text
    assert json.loads(text)["findings"][0].keys() == {"code", "where", "fingerprint"}


def test_the_same_bytes(checked: Makes, tmp_path: Path) -> None:
    """Sorted, whatever the language of the reader."""
    for language in ("en", "nl"):
        write(tmp_path / language, [checked(language=language)])

    assert (tmp_path / "en").read_bytes() == (tmp_path / "nl").read_bytes()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"ropa-baseline": 2}', '{"ropa-baseline": 1, "findings": [{}]}', '{"ropa-baseline": 1, "findings": {}}',
     '{"ropa-baseline": 1, "findings": [7]}', "[" * 100_000, "\ufffe"],
)  # fmt: skip
def test_what_is_none(text: str, tmp_path: Path) -> None:
    """Anything else is refused, with the file's name."""
    file = tmp_path / "known.json"
    file.write_text(text, "utf-8")

    with pytest.raises(FileNotUnderstood, match=r"known\.json"):
        read(file)


def test_what_is_not_there(checked: Makes, tmp_path: Path) -> None:
    """A file that is not there is told; so is one that cannot be written."""
    with pytest.raises(FileNotUnderstood):
        read(tmp_path / "none.json")
    with pytest.raises(CouldNotWrite):
        write(tmp_path / "none" / "known.json", [checked()])
