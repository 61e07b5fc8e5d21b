"""What a reader sees of the bakery, in four languages, held against what was read before."""

from __future__ import annotations

import os
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest
from tests.outline.dump import dump

from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.outline import report
from ropa.rules import check

FEW = ("ROPA001", "ROPA002", "ROPA108", "ROPA292")
"""Rules with a finding at every level: what each of all rules says is for their own tests."""
SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.mark.parametrize("language", LANGUAGES)
def test_reads_as_before(bakery: Register, on: date, language: str) -> None:
    """The report says what it said. After a change that is meant, read the difference and write it anew."""
    checked = check(bakery, on=on, select=FEW)
    said = dump(report(bakery, language=language, on=on, checked=checked))
    file = SNAPSHOTS / f"bakery.{language}.txt"
    if os.environ.get("ROPA_SNAPSHOTS") == "write":
        file.write_text(said, "utf-8")
    before = file.read_text("utf-8")
    change = "\n".join(
        unified_diff(before.splitlines(), said.splitlines(), "before", "now", lineterm="", n=1)
    )

    assert said == before, (
        f"{change}\nif this is meant: ROPA_SNAPSHOTS=write python -m pytest {Path(__file__).name}"
    )


def test_languages_have_the_same_shape(bakery: Register, on: date) -> None:
    """Only words differ: the same sections, lines, columns and cells in every language."""

    def shape(language: str) -> list[tuple[str, int, int]]:
        lines = dump(report(bakery, language=language, on=on)).splitlines()
        return [
            (line[0] if line[0] in "=!#-|[~ " else "", line.count(" | "), line.count(" ¶ ")) for line in lines
        ]

    assert len({tuple(shape(language)) for language in LANGUAGES}) == 1


def test_another_party(bakery: Register, on: date) -> None:
    """A report of another party has that party's records; one that is both has both."""

    def keys(party: str) -> list[str]:
        return [section.key for section in report(bakery, language="nl", on=on, party=party).sections]

    assert any("controller" in key and "kraan" in key for key in keys("kraan"))
    assert any("processor" in key and "wolkenrek" in key for key in keys("wolkenrek"))
    assert not any("korenaar" in key for key in keys("wolkenrek"))
