"""What a manifest shows of files that somebody changed, and what it does not: it is not signed."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

import ropa
from ropa.cli import ropa as command

TEXT = "ropa: 1\nholder: host\nparties: [{key: host, name: Host}]\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bundle of one register, packed and unpacked."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.yaml").write_text(TEXT)
    ropa.bundle(["one.yaml"], "audit.zip", as_=["sharing", "yaml"])
    ZipFile("audit.zip").extractall("open")
    return tmp_path


def edit(name: str) -> None:
    """Another file in the place of one, and its mark in the manifest changed with it."""
    (path := Path("open", name)).write_bytes(b"something else")
    manifest = json.loads(Path("open/manifest.json").read_text())
    for one in manifest["outputs"]:
        if one["path"] == name:
            one["sha256"] = sha256(path.read_bytes()).hexdigest()
    Path("open/manifest.json").write_text(json.dumps(manifest))


def told(path: str = "open") -> list[str]:
    return [*ropa.verify(path).sentences("en")]


def test_the_letter_bears_witness(here: Path) -> None:
    """A document and its mark in the manifest are changed together: the letter still names the first."""
    assert ropa.verify("open").same
    edit("one/sharing.svg")
    assert "one/sharing.svg: as the manifest has it, but the letter beside it names another SHA-256" in told()
    (here / "open/one/letter.txt").unlink()
    assert "one/sharing.svg: as the manifest has it, but the letter beside it names another SHA-256" in told()


def test_the_mark_of_the_manifest_changes(here: Path) -> None:
    """Whoever has it from the sender sees any change at all; without it nothing is promised."""
    first = ropa.verify("open")
    assert first.sha256 == ropa.verify("audit.zip").sha256
    assert first.sha256 == sha256(Path("open/manifest.json").read_bytes()).hexdigest()
    assert told()[-1].startswith(f"SHA-256 of the manifest: {first.sha256}. It is not signed")
    edit("one/sharing.svg")
    for letter in ("letter.txt", "letter.html"):
        edit(f"one/{letter}")
    changed = ropa.verify("open")
    assert changed.same
    assert changed.sha256 != first.sha256


@pytest.mark.parametrize("name", ["one/more.pdf", "other/more.pdf", "more.pdf"])
def test_a_file_that_is_not_listed(here: Path, name: str) -> None:
    """In a bundle there is nothing else, packed or not."""
    (here / "open" / name).parent.mkdir(exist_ok=True)
    (here / "open" / name).write_text("more")
    with ZipFile("audit.zip", "a") as packed:
        packed.writestr(name, "more")
    for path in ("open", "audit.zip"):
        assert f"{name}: not in the manifest" in told(path)
        assert not ropa.verify(path).same


def test_a_second_file_of_a_name(here: Path) -> None:
    """Programs that unpack a zip may take either."""
    with pytest.warns(UserWarning, match="Duplicate name"), ZipFile("audit.zip", "a") as packed:
        packed.writestr("one/sharing.svg", b"more")
    assert "one/sharing.svg: not in the manifest" in told("audit.zip")


def test_a_folder_may_hold_more(here: Path) -> None:
    """It is told, and no difference: people keep notes beside what they made."""
    ropa.export_all(["one.yaml"], "out", as_="sharing")
    (here / "out/notes.txt").write_text("notes")
    (here / "out/one/.hidden").write_text("a system's own")
    assert ropa.verify("out").same
    assert [one.path for one in ropa.verify("out").others] == ["notes.txt"]
    done = CliRunner().invoke(command, ["verify", "out", "--format", "json"], standalone_mode=False)
    assert done.return_value == 0
    assert json.loads(done.output)["not_listed"] == ["notes.txt"]


def test_only_what_compares_hangs_on_the_earlier_register(here: Path) -> None:
    """A picture and the register itself say nothing of it."""
    (here / "old.yaml").write_text(TEXT.replace("name: Host", "name: House"))
    ropa.export_all(["one.yaml"], "out", as_=["sharing", "yaml", "workbook"], since="old.yaml")
    (here / "old.yaml").write_text(TEXT)
    found = {one.path: one.state.value for one in ropa.verify("out").outputs}
    assert found == {"one/sharing.svg": "same", "one/register.yaml": "same", "one/register.xlsx": "says-else"}
    ropa.export_all(["one.yaml"], "none", as_="sharing", since="old.yaml")
    assert [one.path for one in ropa.verify("none").manifest.inputs] == ["../one.yaml"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "What changed since an earlier version"), ("nl", "Wat er is gewijzigd sinds een eerdere")],
)
def test_the_letter_tells_of_the_comparison(here: Path, language: str, said: str) -> None:
    """Which documents compare, and nothing of it where none does."""
    (here / "old.yaml").write_text(TEXT)
    for since in ("old.yaml", None):
        ropa.bundle(["one.yaml"], "b.zip", as_=["sharing", "workbook"], languages=language, since=since)
        letter = ZipFile("b.zip").read("one/letter.txt").decode()
        line = next((one for one in letter.splitlines() if one.startswith(said)), "")
        assert ("register.xlsx" in line) == (since is not None)
        assert "sharing.svg" not in line
