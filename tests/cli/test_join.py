"""`ropa join`: what it writes, what it prints, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from ropa.cli.join import command
from ropa.errors import CouldNotWrite, FileNotUnderstood, UnknownEntry
from ropa.formats.native import load

ONE = """\
ropa: 1
holder: us
parties:
  - {key: us, name: The Bakery}
  - {key: host, name: Cloud, registration: {scheme: kvk, number: "12345678"}}
activities: [{key: site, flows: {recipient: host}}]
"""
TWO = """\
ropa: 1
holder: cafe
parties:
  - {key: cafe, name: "The\\e[31m Café"}
  - {key: cloud, name: Cloud, registration: {scheme: kvk, number: 12 34 56 78}}
  - {key: bakery, name: "The\\e[31m Café"}
activities: [{key: site, flows: {recipient: cloud}}]
"""
THREE = "ropa: 1\nholder: us\nparties: [{key: us, name: the  bakery}]\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with registers."""
    for name, text in (("one", ONE), ("two", TWO), ("three", THREE)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


def run(here: Path, *words: str) -> str:
    """What the command prints; what goes wrong is raised, as the command line's own `main` catches it."""
    paths = [str(here / word) if word.endswith((".yaml", ".json", ".xlsx")) else word for word in words]
    done = CliRunner().invoke(command, paths, catch_exceptions=False, standalone_mode=False)

    assert done.return_value == 0
    return done.output


def test_it_writes_a_register_and_tells_what_was_united(here: Path) -> None:
    """One line each, in the language asked for, without any sign that a terminal would obey."""
    told = run(here, "one.yaml", "two.yaml", "-o", "out.yaml", "--language", "en").splitlines()
    joined = load(here / "out.yaml")

    assert [party.key for party in joined.parties] == ["us", "host", "cafe", "bakery"]
    assert (
        told[0]
        == "Cloud is one: host (register 1, The Bakery) and cloud (register 2, The<U+001B>[31m Café (cafe)) (by Chamber of Commerce number (Netherlands) 12345678)"
    )
    assert told[-1].endswith("out.yaml")


def test_nothing_united_is_told(here: Path) -> None:
    """A silent program would leave the reader in doubt."""
    assert run(here, "one.yaml", "-o", "out.yaml").startswith("Nothing was united.")


def test_names_where_that_is_asked(here: Path) -> None:
    """The same bakery without a number."""
    assert "Not united: The Bakery" in run(here, "one.yaml", "three.yaml", "-o", "a.yaml")
    assert "name only" in run(here, "one.yaml", "three.yaml", "-o", "b.yaml", "--by-name")


def test_json(here: Path) -> None:
    """For a program to read; the register itself is in the file."""
    found = json.loads(run(here, "one.yaml", "two.yaml", "-o", "out.json", "--format", "json"))

    assert [one["key"] for one in found["united"]] == ["host"]
    assert load(here / "out.json").holder == "us"


def test_a_file_that_is_there_stays(here: Path) -> None:
    """Unless it is said that it may go."""
    with pytest.raises(CouldNotWrite, match="already there"):
        run(here, "one.yaml", "two.yaml", "-o", "three.yaml")
    assert (here / "three.yaml").read_text("utf-8") == THREE

    run(here, "one.yaml", "two.yaml", "-o", "three.yaml", "--force")
    assert len(load(here / "three.yaml").parties) == 4


def test_only_a_register_file_is_written(here: Path) -> None:
    """A workbook is another command."""
    done = CliRunner().invoke(command, [str(here / "one.yaml"), "-o", str(here / "out.xlsx")])

    assert done.exit_code == 2
    assert not (here / "out.xlsx").exists()


def test_what_cannot_be_read_or_found_leaves_nothing_behind(here: Path) -> None:
    """An unknown holder, a file that is no register."""
    (here / "no.yaml").write_text("holdr: us\n", "utf-8")
    for words, error in ((["--holder", "caffe"], UnknownEntry), (["no.yaml"], FileNotUnderstood)):
        with pytest.raises(error):
            run(here, "one.yaml", "two.yaml", *words, "-o", "out.yaml")
    assert not (here / "out.yaml").exists()
