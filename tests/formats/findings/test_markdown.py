"""Findings as Markdown: tables in which text stays text."""

from __future__ import annotations

from tests.formats.findings.conftest import LOUD, Makes

from ropa.formats.findings.markdown import escaped, write
from ropa.formats.findings.told import Unread


def test_a_table_for_each_level(checked: Makes) -> None:
    """Counts, then errors, warnings, notes, and apart the waived, the known, observations and coverage."""
    text = write([checked(known=(1,))])
    heads = [line for line in text.splitlines() if line.startswith("#")]

    assert heads == [
        "# my register.yaml", "## Errors", "## Warnings", "## Notes", "## waived", "## known", "## Observations", "## How much is answered",
    ]  # fmt: skip
    assert "errors: 1, warnings: 2, notes: 1" in text


def test_every_row_has_its_cells(checked: Makes) -> None:
    """No text of a register adds a cell or a row."""
    rows = [line for line in write([checked()]).splitlines() if line.startswith("|")]
    counts = {row.count("|") for row in rows}

    assert len(rows) > 10
    assert counts <= {4, 5, 9}


def test_is_inert() -> None:
    """No markup, no HTML, no link, no mention, no control character."""
    said = escaped(LOUD)

    assert not set(said) & set("|<>[]@*`\x1b\x00\u202e\ud800\n")
    assert "://" not in said
    assert escaped("a#1") == "a&#35;1"
    assert escaped("Zoë van 't Hof, 東京") == "Zoë van 't Hof, 東京"


def test_languages(checked: Makes) -> None:
    """Headings in the reader's language."""
    assert "## Fehler" in write([checked(language="de")])
    assert "## Erreurs" in write([checked(language="fr")])


def test_unread(unread: Unread) -> None:
    """What is wrong, as a list."""
    assert write([unread]).startswith("# other.yaml\n\n- other.yaml:2: ")
