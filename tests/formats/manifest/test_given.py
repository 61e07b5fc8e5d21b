"""A register that is given to `verify` is known by its bytes, wherever it stands and whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

import ropa

ONE = "ropa: 1\nholder: host\nparties: [{key: host, name: Host}]\n"
OTHER = ONE.replace("name: Host", "name: Another")


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is filled from a register beside it, and all of it elsewhere."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept/a.yaml").write_text(ONE)
    ropa.export_all(["kept/a.yaml"], "kept/new", as_="sharing")
    return tmp_path


def states(*registers: str) -> set[str]:
    found = ropa.verify("kept/new", registers)
    return {one.state.value for one in (*found.inputs, *found.outputs)}


def test_the_very_file(made: Path) -> None:
    """Its name in the manifest begins from the folder that was filled."""
    assert states("kept/a.yaml") == {"same"}
    (made / "kept/a.yaml").write_text(OTHER)
    assert states("kept/a.yaml") == {"changed", "says-else"}


def test_the_same_bytes(made: Path) -> None:
    """In another folder and under another name; the one that was read may be gone."""
    (made / "elsewhere").mkdir()
    (made / "elsewhere/b.yaml").write_text(ONE)
    (made / "kept/a.yaml").unlink()
    assert states("elsewhere/b.yaml") == {"same"}


def test_another_one(made: Path) -> None:
    """Neither its place, nor its bytes, nor its name."""
    (made / "b.yaml").write_text(OTHER)
    with pytest.raises(ropa.UnknownEntry, match=r"b\.yaml: nothing in the manifest was made of it"):
        ropa.verify("kept/new", ["b.yaml"])


def test_two_that_are_the_same(made: Path) -> None:
    """Each is the one that stands where it does: the other may change."""
    (made / "kept/b.yaml").write_text(ONE)
    ropa.export_all(["kept/a.yaml", "kept/b.yaml"], "kept/new", as_="sharing")
    (made / "kept/b.yaml").write_text(OTHER)
    found = ropa.verify("kept/new", ["kept/a.yaml"])
    assert [one.state.value for one in found.inputs] == ["same", "changed"]


def test_a_folder_by_another_name(made: Path) -> None:
    """Its files say which it is, in a bundle too."""
    (made / "whole").mkdir()
    (made / "whole/register.yaml").write_text(ONE)
    ropa.bundle(["whole"], "audit.zip", as_="sharing")
    (made / "whole").rename(made / "moved")
    found = ropa.verify("audit.zip", ["moved"])
    assert {one.state.value for one in (*found.inputs, *found.outputs)} == {"same"}
