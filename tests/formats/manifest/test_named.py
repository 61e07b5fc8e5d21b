"""What files are called in a manifest: a bundle for a customer or the public tells no name of a file of the holder's."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import ropa
from ropa.formats.manifest.named import Named
from ropa.formats.manifest.record import NAME, parsed

TEXT = """ropa: 1
holder: host
parties:
  - {key: host, name: Host}
  - {key: alfa, name: Zwanenburg Alfa}
  - {key: beta, name: Vermorel Beta}
activities:
  - key: mail
    name: Mail
    controllers: [alfa, beta]
    flows:
      - {recipient: host, role: processor, processing: hosting}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register in a folder that is called after one customer, and an earlier one called after another."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "hospital-vermorel").mkdir()
    (tmp_path / "hospital-vermorel/register.yaml").write_text(TEXT)
    (tmp_path / "before-quasarium.yaml").write_text(TEXT.replace("hosting", "backup"))
    return tmp_path


def bundled(**more: str) -> tuple[str, str]:
    """The manifest of a bundle, and every name and text in it."""
    wish: dict[str, Any] = {"on": date(2026, 1, 1), "since": "before-quasarium.yaml", **more}
    ropa.bundle(["hospital-vermorel/register.yaml"], "a.zip", as_=("yaml", "report"), **wish)
    with ZipFile("a.zip") as packed:
        texts = [packed.read(name).decode(errors="replace") for name in packed.namelist()]
        return packed.read(NAME).decode(), " ".join([*packed.namelist(), *texts]).casefold()


@pytest.mark.parametrize("more", [{"for_": "customer", "customer": "alfa"}, {"for_": "public"}])
def test_who_may_not_see_others_reads_no_names_of_files(here: Path, more: dict[str, str]) -> None:
    written, every = bundled(**more)
    assert "hospital" not in every
    assert "quasarium" not in every
    assert [one.path for one in parsed(written.encode(), "").inputs] == ["register-1.yaml", "register-2.yaml"]


@pytest.mark.parametrize("more", [{"for_": "authority"}, {}])
def test_others_read_what_the_files_are_called(here: Path, more: dict[str, str]) -> None:
    assert "hospital-vermorel/register.yaml" in bundled(**more)[0]


def test_a_file_is_known_by_its_bytes(here: Path) -> None:
    bundled(for_="customer", customer="alfa")
    found = ropa.verify("a.zip", ["hospital-vermorel/register.yaml"])
    assert found.same
    assert [(one.path, one.state.value) for one in found.inputs] == [
        ("register-1.yaml", "same"),
        ("register-2.yaml", "elsewhere"),
    ]
    (here / "hospital-vermorel/other.yaml").write_text(TEXT + "# another")
    with pytest.raises(ropa.UnknownEntry):
        ropa.verify("a.zip", ["hospital-vermorel/other.yaml"])


def test_the_files_of_a_folder_are_numbered_in_it(here: Path) -> None:
    (here / "many").mkdir()
    for name in ("b", "a"):
        (here / f"many/{name}.yaml").write_text("ropa: 1\n")
    named = Named.by_number([Path("many"), Path("before-quasarium.yaml"), Path("many")])
    inside = sorted(named(one) for one in (Path("many/a.yaml"), Path("many/b.yaml")))
    assert (named(Path("many")), inside) == ("register-1", ["register-1/1.yaml", "register-1/2.yaml"])
    assert named(Path("before-quasarium.yaml")) == "register-2.yaml"
