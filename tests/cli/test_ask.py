"""`ropa ask`: letters on the screen, as data, and as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ropa.cli.ask import _name, command
from ropa.errors import CouldNotWrite, UnknownEntry


def run(*words: str) -> Result:
    """The command as it is called."""
    return CliRunner().invoke(command, [*words, "--on", "2026-10-08"], standalone_mode=False)


def test_on_the_screen(bakery_file: Path) -> None:
    """Every letter, one after another; or the one asked for."""
    every = run(str(bakery_file), "--language", "en").output
    one = run(str(bakery_file), "--to", "postduif", "--language", "en").output

    assert (4, 1) == (every.count("Subject: "), one.count("Subject: "))
    assert one in every
    assert one.startswith("Bakkerij De Korenaar BV · Molenstraat 1")
    assert "\n\n8 October 2026\n\nTo: Postduif BV\n" in one


def test_nothing_open(bakery_file: Path) -> None:
    """Is said; a party nobody knows is an error."""
    assert run(str(bakery_file), "--to", "pinvlug", "--language", "en").output == (
        "There is nothing to ask Pinvlug NV: no question to it is open in this register.\n"
    )
    assert isinstance(run(str(bakery_file), "--to", "nobody").exception, UnknownEntry)


def test_json(bakery_file: Path) -> None:
    """A list of letters, also of none."""
    found = json.loads(run(str(bakery_file), "--format", "json").output)

    assert ["loonwijzer", "toonbank", "postduif", "An Meelmans"] == [one["to"] for one in found]
    assert [] == json.loads(run(str(bakery_file), "--format", "json", "--to", "pinvlug").output)


@pytest.mark.parametrize(("form", "suffix"), [("text", "txt"), ("markdown", "md"), ("json", "json")])
def test_files(bakery_file: Path, tmp_path: Path, form: str, suffix: str) -> None:
    """One for each letter, by the key of the party; never over one that is there unless asked."""
    folder = tmp_path / "letters"
    done = run(str(bakery_file), "--into", str(folder), "--format", form)

    assert 0 == done.return_value
    assert [f"{name}.{suffix}" for name in ("an-meelmans", "loonwijzer", "postduif", "toonbank")] == sorted(
        path.name for path in folder.iterdir()
    )
    assert isinstance(run(str(bakery_file), "--into", str(folder), "--format", form).exception, CouldNotWrite)
    assert 0 == run(str(bakery_file), "--into", str(folder), "--format", form, "--force").return_value


@pytest.mark.parametrize(
    ("to", "name"),
    [
        ("host", "host"),
        ("../../etc/passwd", "etc-passwd"),
        ("con", "_con"),
        ("aux.x", "_aux.x"),
        ("...", "letter"),
        ("An / Meelmans\n", "an-meelmans"),
        ("x" * 300, "x" * 100),
    ],
)
def test_names_of_files(to: str, name: str) -> None:
    """Whatever an owner is called, its letter stays in the folder."""
    assert name == _name(to, set())
    assert f"{name}-2" == _name(to, {name})
