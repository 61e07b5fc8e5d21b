"""A folder is filled with all files or with none: what can be refused is refused before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

import ropa

TEXT = "ropa: 1\nholder: host\nparties: [{key: host, name: Host}]\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(TEXT)
    return tmp_path


def held(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_register_file_in_the_way(here: Path) -> None:
    """It is of the second register; what was made of the first stays as it was, and so does the manifest."""
    ropa.export_all(["one.yaml", "two.yaml"], "out", as_=["sharing", "yaml"])
    (here / "out/one/register.yaml").unlink()
    before = held(here / "out")
    (here / "one.yaml").write_text(TEXT.replace("name: Host", "name: House"))
    with pytest.raises(ropa.CouldNotWrite, match=r"two/register\.yaml: is already there"):
        ropa.export_all(["one.yaml", "two.yaml"], "out", as_=["sharing", "yaml"])
    assert held(here / "out") == before
    ropa.export_all(["one.yaml", "two.yaml"], "out", as_=["sharing", "yaml"], force=True)
    assert ropa.verify("out").same


def test_a_register_that_is_not_understood(here: Path) -> None:
    """The last of them: nothing is written of the first, and no empty folder is left."""
    (here / "two.yaml").write_text("ropa: 1\nholdr: host\n")
    with pytest.raises(ropa.FileNotUnderstood):
        ropa.export_all(["one.yaml", "two.yaml"], "out", as_="sharing")
    assert not (here / "out").exists()


def test_a_folder_in_the_way(here: Path) -> None:
    """Of a picture, and of the manifest."""
    (here / "out/one/sharing.svg").mkdir(parents=True)
    with pytest.raises(ropa.CouldNotWrite, match="is not a file"):
        ropa.export_all(["two.yaml", "one.yaml"], "out", as_="sharing")
    assert held(here / "out") == {}
    (here / "other/manifest.json").mkdir(parents=True)
    with pytest.raises(ropa.CouldNotWrite, match="is not a file"):
        ropa.export_all(["one.yaml"], "other", as_="sharing")
    assert held(here / "other") == {}


def test_it_is_said_of_which_file_something_is_not_known(tmp_path: Path) -> None:
    """Of many registers and formats the one is named that asks for more."""
    path = tmp_path / "one.yaml"
    ropa.save(ropa.Register(holder="us", parties=[{"key": "us"}]), path)
    with pytest.raises(ropa.UnknownEntry, match=r"one\.yaml, processing-annex: say which agreement"):
        ropa.export_all([path], tmp_path / "out", as_=["json", "processing-annex"])
    assert not (tmp_path / "out").exists()
