"""What was exported, written down and held against the files later."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from tests.audience.unpacked import unpacked

import ropa
from ropa.cli import ropa as command
from ropa.formats.packed import packed

TEXT = """ropa: 1
holder: host
parties:
  - {key: host, name: Host}
  - {key: alfa, name: Zwanenburg Alfa}
  - {key: beta, name: Vermorel Beta}
activities:
  - key: mail
    name: Mail for Vermorel Beta and others
    controllers: [alfa, beta]
    flows:
      - {recipient: host, role: processor, processing: hosting}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "register.yaml").write_text(TEXT)
    return tmp_path


def run(*words: str, status: int = 0) -> str:
    done = CliRunner().invoke(command, list(words), standalone_mode=False)
    found = done.return_value if done.exception is None else 2
    assert found == status, (done.output, done.exception)
    return done.output


def fill(*more: str) -> None:
    registers = ("one/register.yaml", "two/register.yaml")
    run("export", *registers, "--into", "out", "--as", "sharing,yaml", "--on", "2026-01-01", "--force", *more)


def states(path: str, *registers: str) -> dict[str, str]:
    found = ropa.verify(path, registers)
    return {one.path: one.state.value for one in (*found.inputs, *found.outputs)}


def test_what_was_just_written_is_the_same(here: Path) -> None:
    fill("--language", "nl,fr")
    assert set(states("out").values()) == {"same"}
    assert len(states("out")) == 2 + 8
    assert "All 10 files" in run("verify", "out")


def test_the_same_run_writes_the_same_manifest(here: Path) -> None:
    fill()
    first = (here / "out/manifest.json").read_bytes()
    fill()
    assert (here / "out/manifest.json").read_bytes() == first


def test_each_difference_is_named(here: Path) -> None:
    fill()
    (here / "out/one/sharing.svg").write_text("<svg/>")
    (here / "out/two/sharing.svg").unlink()
    assert states("out") == {
        "../one/register.yaml": "same",
        "../two/register.yaml": "same",
        "one/sharing.svg": "changed",
        "one/register.yaml": "same",
        "two/sharing.svg": "missing",
        "two/register.yaml": "same",
    }
    assert len(run("verify", "out", "--language", "nl", status=1).splitlines()) == 2


def test_a_comment_changes_the_file_and_not_what_it_says(here: Path) -> None:
    fill()
    register = here / "one/register.yaml"
    register.write_text("# reviewed\n" + TEXT)
    found = states("out")
    assert (found["../one/register.yaml"], found["one/sharing.svg"]) == ("changed", "same")
    register.write_text(TEXT.replace("hosting", "storage"))
    assert states("out")["one/sharing.svg"] == "says-else"
    register.unlink()
    assert states("out")["one/sharing.svg"] == "not-made"


def test_another_version_of_the_library_says_the_same(here: Path) -> None:
    """The digest is of the content: it is written down here so that a version that changes it is caught."""
    fill()
    said = json.loads((here / "out/manifest.json").read_text())["outputs"][0]["content"]
    register = (
        '{"activities":[{"controllers":["alfa","beta"],"flows":[{"processing":"hosting","recipient":"host",'
        '"role":"processor"}],"key":"mail","name":"Mail for Vermorel Beta and others"}],"holder":"host",'
        '"parties":[{"key":"host","name":"Host"},{"key":"alfa","name":"Zwanenburg Alfa"},'
        '{"key":"beta","name":"Vermorel Beta"}]}'
    )
    asked = '{"language":"en","on":"2026-01-01","reader":"internal"}'
    assert said == sha256(f"{register}\n{asked}".encode()).hexdigest()


def test_a_bundle_is_always_the_same_bytes_and_verified_unpacked_or_not(here: Path) -> None:
    call = ("export", "one/register.yaml", "--on", "2026-01-01", "--as", "sharing,yaml", "--bundle")
    run(*call, "a.zip")
    run(*call, "b.zip")
    assert (here / "a.zip").read_bytes() == (here / "b.zip").read_bytes()
    # the register that was read and the copy of it in the bundle go by one name
    assert set(states("a.zip")) == {
        f"one/{name}" for name in ("register.yaml", "sharing.svg", "letter.txt", "letter.html")
    }
    assert set(states("a.zip").values()) == {"same"}
    assert "not compared" in run("verify", "a.zip")
    # unpacked, the copy stands where the register would
    ZipFile("a.zip").extractall("unpacked")
    assert states("unpacked") == states("a.zip")
    (here / "one/register.yaml").write_text(TEXT.replace("hosting", "storage"))
    assert states("a.zip", "one/register.yaml")["one/sharing.svg"] == "says-else"
    with pytest.raises(ropa.UnknownEntry, match="nothing in the manifest"):
        ropa.verify("a.zip", ["elsewhere/other.yaml"])


def test_a_register_that_is_a_folder_is_compared_with_each_of_its_files(here: Path) -> None:
    run("export", "one", "--on", "2026-01-01", "--as", "sharing", "--bundle", "a.zip")
    assert states("a.zip")["one/register.yaml"] == "elsewhere"
    assert states("a.zip", "one")["one/register.yaml"] == "same"
    (here / "one/register.yaml").write_text(TEXT.replace("hosting", "storage"))
    assert states("a.zip", "one")["one/register.yaml"] == "changed"
    assert states("a.zip", "one")["one/sharing.svg"] == "says-else"
    assert states("a.zip", "one/register.yaml")["one/register.yaml"] == "changed"


def test_a_customers_bundle_names_no_other_customer(here: Path) -> None:
    run("export", "one/register.yaml", "--for", "customer", "alfa", "--bundle", "a.zip")
    found = dict(unpacked("a.zip", (here / "a.zip").read_bytes()))
    assert {name.split(",")[0] for name in found} > {
        "a.zip/register-1/report.pdf",
        "a.zip/register-1/letter.txt",
    }
    for name, text in found.items():
        assert "vermorel" not in text, name
        assert "beta" not in text, name


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"ropa_manifest": 1, "inputs": [{"path": 3}], "outputs": []}',
        b"[" * 10**5,
    ],
)
def test_something_else_is_no_manifest(here: Path, data: bytes) -> None:
    (here / "manifest.json").write_bytes(data)
    with pytest.raises(ropa.FileNotUnderstood, match="no manifest"):
        ropa.verify(here)
    (here / "a.zip").write_bytes(packed([("manifest.json", data)]))
    with pytest.raises(ropa.FileNotUnderstood, match="no manifest"):
        ropa.verify(here / "a.zip")
    (here / "b.zip").write_bytes(data)
    with pytest.raises(ropa.FileNotUnderstood, match="no manifest"):
        ropa.verify(here / "b.zip")
