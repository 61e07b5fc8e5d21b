"""Slips of the hand on the command line cost nothing, and are told in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ropa.cli import _status, ropa as command
from ropa.formats.native import load

ON = "2026-06-01"
TEXT = """\
ropa: 1
language: en
holder: us
parties:
  - {key: us, name: NAME}
  - {key: soft, name: Plania BV, registration: {scheme: kvk, number: "12345678"}}
activities:
  - {key: a, name: Planning, flows: {recipient: soft, role: processor}}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two registers of two holders that go by the same key, and a file that is none."""
    monkeypatch.chdir(tmp_path)
    for name, holder in (("one", "One Ltd"), ("two", "Two Ltd")):
        (tmp_path / f"{name}.yaml").write_text(TEXT.replace("NAME", holder))
    (tmp_path / "broken.yaml").write_text("ropa: 1\nholder: {\n")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(command, [*words])


def told(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[int, str]:
    """The status and what is said on the other stream, as a user sees it."""
    monkeypatch.setattr("sys.argv", ["ropa", *words])
    return _status(), capfd.readouterr().err


class TestPaths:
    """A path is printed once the file is there."""

    @pytest.mark.parametrize("where", [["--into", "out"], ["--bundle", "out.zip"]])
    def test_nothing_is_printed_of_what_is_not_written(self, here: Path, where: list[str]) -> None:
        """The second register cannot be read, when the first one is made already."""
        done = run("export", "one.yaml", "broken.yaml", *where, "--as", "sharing", "--on", ON)

        assert done.exit_code != 0
        assert done.stdout == ""

    def test_all_is_printed_of_what_is_written(self, here: Path) -> None:
        """In the order in which it was made, the manifest last."""
        done = run("export", "one.yaml", "two.yaml", "--into", "out", "--as", "sharing", "--on", ON)

        assert done.stdout.split() == [
            str(Path("out/one/sharing.svg")),
            str(Path("out/two/sharing.svg")),
            str(Path("out/manifest.json")),
            ON,
        ]

    def test_join_makes_the_folder(self, here: Path) -> None:
        """As `export` does."""
        assert run("join", "one.yaml", "two.yaml", "-o", "new/x.yaml").exit_code == 0
        assert load("new/x.yaml").parties


class TestRegistersAsTargets:
    """What a `*` of the shell puts after the first register is not written over."""

    @pytest.mark.parametrize("force", [[], ["--force"]])
    @pytest.mark.parametrize("targets", [["two.yaml", "x.pdf"], ["broken.yaml", "two.yaml"], ["two.yaml"], ["broken.yaml"]])  # fmt: skip
    def test_another_register(self, here: Path, targets: list[str], force: list[str]) -> None:
        """Also with --force, and also one that cannot be read today."""
        before = {name: Path(name).read_bytes() for name in ("two.yaml", "broken.yaml")}
        done = run("export", "one.yaml", *targets, *force)

        assert done.exit_code == 2
        assert "several registers? use --into" in done.output
        assert {name: Path(name).read_bytes() for name in before} == before
        assert not Path("x.pdf").exists()

    def test_as_another_format(self, here: Path) -> None:
        """A report under the name of a register would cost it just the same."""
        assert run("export", "one.yaml", "two.yaml", "--as", "report", "--force").exit_code == 2
        assert load("two.yaml").party("us").name == "Two Ltd"

    def test_an_earlier_copy_of_the_same_holder(self, here: Path) -> None:
        """By itself it may be written anew, where that is asked for."""
        assert run("export", "one.yaml", "copy.yaml").exit_code == 0
        assert run("export", "one.yaml", "copy.yaml").exit_code != 0
        assert run("export", "one.yaml", "copy.yaml", "--force").exit_code == 0
        assert run("export", "one.yaml", "copy.yaml", "x.svg", "--force").exit_code == 2

    def test_another_file_of_yaml(self, here: Path) -> None:
        """It is no register, and --force says what to do with it."""
        Path("notes.yaml").write_text("a: 1\n")

        assert run("export", "one.yaml", "notes.yaml", "x.svg", "--force").exit_code == 0
        assert load("notes.yaml").holder == "us"


@pytest.mark.parametrize(
    "words",
    [
        ["chain", "one.yaml", "two.yaml"],
        ["chain", "one.yaml", "two.yaml", "broken.yaml"],
        ["holders", "one.yaml", "two.yaml"],
        ["path", "one.yaml", "two.yaml", "broken.yaml"],
        ["ask", "one.yaml", "two.yaml"],
        ["trace", "one.yaml", "two.yaml", "--source", "x.txt"],
    ],
)
def test_commands_of_one_register(here: Path, words: list[str]) -> None:
    """They say so, and not that there is no party called `two.yaml`."""
    done = run(*words)

    assert done.exit_code == 2
    assert f"ropa {words[0]} takes one register; two.yaml is a file too" in done.output


@pytest.mark.parametrize(
    ("day", "said"),
    [("2025-02-30", "there is no such day: 2025-02-30"), ("30 February", "written as year-month-day")],
)
def test_a_day_that_does_not_exist(here: Path, day: str, said: str) -> None:
    """It is written as a day is, so that is not the fault."""
    assert said in run("check", "one.yaml", "--on", day).output


class TestWhoIsMeant:
    """A party goes by key, register number or name wherever one is asked for."""

    @pytest.mark.parametrize("word", ["soft", "plania bv", "1234 5678"])
    def test_a_letter(self, here: Path, word: str) -> None:
        assert "To: Plania BV" in run("ask", "one.yaml", "--to", word, "--on", ON).stdout

    def test_a_letter_to_nobody(
        self, here: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The nearest name is told."""
        status, said = told(capfd, monkeypatch, "ask", "one.yaml", "--to", "Plani BV")

        assert (status, said) == (2, "there is no party or owner 'Plani BV'; did you mean 'Plania BV'?\n")

    def test_nothing_to_ask(self, here: Path) -> None:
        """It is said of the party by its name, however it was asked for."""
        said = {
            run("ask", "one.yaml", "--to", word, "--on", ON).stdout for word in ("us", "One Ltd", "one ltd")
        }

        assert len(said) == 1

    @pytest.mark.parametrize("word", ["soft", "Plania BV", "12345678"])
    def test_a_party_and_a_customer_of_an_export(self, here: Path, word: str) -> None:
        """The same file, whichever way the party is named."""
        Path("vendor.yaml").write_text(
            TEXT.replace("holder: us", "holder: soft").replace("recipient: soft,", "sender: us, recipient: soft,").replace("name: Planning,", "name: Planning, controllers: us,")
        )  # fmt: skip
        assert run("export", "one.yaml", "a.yaml", "--party", word, "--on", ON).exit_code == 0
        us = {"soft": "us"}.get(word, "NAME")
        for name, customer in (("k.yaml", "us"), ("n.yaml", us)):
            assert (
                run("export", "vendor.yaml", name, "--for", "customer", customer, "--on", ON).exit_code == 0
            )
        assert Path("k.yaml").read_bytes() == Path("n.yaml").read_bytes()


class TestLettersThatAPdfLacks:
    """Who makes a PDF is told of names it can't print."""

    @pytest.mark.parametrize("target", ["x.pdf", "x.xlsx", "x.html", "x.svg"])
    def test_told_of_a_pdf_only(self, here: Path, target: str) -> None:
        Path("one.yaml").write_text(TEXT.replace("NAME", "Home שלום"), "utf-8")
        done = run("export", "one.yaml", target, "--on", ON)

        assert done.exit_code == 0
        assert ("one.yaml: names have characters" in done.stderr) is (target == "x.pdf")

    def test_nothing_to_tell(self, here: Path) -> None:
        assert run("export", "one.yaml", "x.pdf", "--on", ON).stderr == ""
