"""`ropa explain`: the command, its settings and what it says of a word that is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.pages import called


def test_rows_of_ones_own(tmp_path: Path) -> None:
    """With the settings that name them, they stand beside ours."""
    own = '[[age]]\ncountry = "NO"\nage = 15\nfrom = 2027-01-01\nsource = "read by ourselves"\nchecked_on = 2027-01-02\n'
    (tmp_path / "rows.toml").write_text(own, "utf-8")
    (tmp_path / "ropa.toml").write_text('[tables]\nfile = "rows.toml"\n', "utf-8")
    status, told = called(["explain", "NO", "--config", str(tmp_path / "ropa.toml")])

    assert status == 0
    assert "15 years · from 2027-01-01" in told
    assert "read by ourselves" in told
    assert "15 years" not in called(["explain", "NO"])[1]
    assert (
        "15 years · from 2027-01-01"
        in called(["explain", "ages", "--config", str(tmp_path / "ropa.toml")])[1]
    )


def test_settings_that_are_not_there() -> None:
    """One clear error."""
    status, told = called(["explain", "NO", "--config", "nowhere.toml"])

    assert status == 2
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("word", "meant"),
    [("purpses", "purposes"), ("legal-obligatoin", "legal-obligation"), ("2023/1759", "2023/1795"), ("ROPA04", "ROPA046"), ("adequcy", "adequacy"), ("salry", "salary")],
)  # fmt: skip
def test_nearest(word: str, meant: str) -> None:
    """A word that is nearly one: status 2 and the one that was meant."""
    status, told = called(["explain", word])

    assert status == 2
    assert f"did you mean '{meant}'" in told


def test_nothing_near() -> None:
    """A long word that is nothing is told so, in few words."""
    status, told = called(["explain", "q" * 10_000])

    assert status == 2
    assert len(told) < 200


def test_the_day_and_the_language() -> None:
    """Are those asked for."""
    status, told = called(["explain", "Zwitserland", "--language", "fr", "--on", "2026-11-22"])

    assert status == 0
    assert told.startswith("CH: Suisse · hors de l’EEE")
    assert "Le 2026-11-22, hors de l’EEE" in told


@pytest.mark.parametrize("arguments", [["--on", "soon"], ["--language", "it"]])
def test_options_that_are_wrong(arguments: list[str]) -> None:
    """One clear error."""
    status, told = called(["explain", "NO", *arguments])

    assert status == 2
    assert "Traceback" not in told
