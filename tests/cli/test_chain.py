"""`ropa chain`: the tree, the JSON, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ropa.cli.chain import command
from ropa.errors import UnknownEntry

ON = ("--on", "2026-11-22")


def said(*words: str) -> str:
    """What the command prints."""
    done = CliRunner().invoke(command, [*words, *ON], standalone_mode=False)
    if done.exception:
        raise done.exception
    assert done.return_value == 0
    return done.output


def test_the_holder_s_chain(bakery_file: Path) -> None:
    """The day, then an indented list: the holder is meant where nobody is named."""
    lines = said(str(bakery_file), "--language", "en").splitlines()

    assert ["2026-11-22", "Loonadministratie", "  Bakkerij De Korenaar BV"] == lines[:3]
    assert lines[3].startswith("    1. Loonwijzer NV — processor; established in: Belgium; data: Belgium;")
    assert lines[4].startswith("      2. Wolkenrek BV — sub-processor;")
    assert lines == said(str(bakery_file), "korenaar", "--language", "en").splitlines()


def test_a_party_and_an_activity(bakery_file: Path) -> None:
    """Only what is below it; only what happens in it."""
    assert "Loonwijzer" not in said(str(bakery_file), "toonbank")
    assert "Toonbank" not in said(str(bakery_file), "loonadministratie")


def test_a_customer(bakery_file: Path) -> None:
    """What a processor does for somebody else is not there."""
    assert "Wolkenrek" in said(str(bakery_file), "toonbank", "--customer", "korenaar")
    assert "Wolkenrek" not in said(str(bakery_file), "toonbank", "--customer", "kraan")


def test_json(bakery_file: Path) -> None:
    """One value, with the day and the question."""
    found = json.loads(said(str(bakery_file), "toonbank", "--format", "json"))

    assert "2026-11-22" == found["on"]
    assert ["wolkenrek", "hulplijn"] == [one["recipient"] for one in found["links"]]


def test_an_unknown_key(bakery_file: Path) -> None:
    """The nearest is told."""
    with pytest.raises(UnknownEntry, match="toonbank"):
        said(str(bakery_file), "tonbank")


def test_no_holder(tmp_path: Path) -> None:
    """Without a holder somebody must be named."""
    (tmp_path / "r.yaml").write_text("ropa: 1\nparties: {key: us}\n", "utf-8")

    with pytest.raises(UnknownEntry, match="holder"):
        said(str(tmp_path / "r.yaml"))


def test_names_do_not_speak_to_the_terminal(tmp_path: Path) -> None:
    """Line ends and control characters in a name become visible, and no line of their own."""
    text = (
        'ropa: 1\nholder: us\nparties: [{key: us}, {key: h, name: "a\\n\\e[31mb"}]\n'
        "activities: [{key: w, personal_data: name, flows: {recipient: h, role: processor}}]\n"
    )
    (tmp_path / "r.yaml").write_text(text, "utf-8")
    lines = said(str(tmp_path / "r.yaml"), "--language", "en").splitlines()

    assert 4 == len(lines)
    assert "a <U+001B>[31mb" in lines[3]
