"""Questions to the graph on the command line: text, JSON, several registers at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.docs.pages import called
from tests.sharing.shop import shop

from ropa.cli import ropa
from ropa.errors import UnknownEntry
from ropa.formats.native import save
from ropa.model import Register


@pytest.fixture
def file(tmp_path: Path) -> str:
    save(shop(), tmp_path / "register.yaml")
    return str(tmp_path / "register.yaml")


def run(*args: str) -> Result:
    return CliRunner().invoke(ropa, [*args], standalone_mode=False)


def test_holders(file: str) -> None:
    """The day is printed, then a line for each; the language is the reader's."""
    made = run("holders", file, "bank-account", "--on", "2026-11-21", "--language", "de")
    assert made.output.splitlines()[0] == "2026-11-21"
    assert "Auftragsverarbeiter" in made.output


def test_path(file: str) -> None:
    made = json.loads(run("path", file, "shop", "mail", "--on", "2026-11-21", "--format", "json").output)
    assert made["routes"][0]["path"] == ["shop", "host", "mail"]


def test_impact(file: str) -> None:
    made = json.loads(
        run("impact", file, "--revoke", "2023/1795", "--on", "2026-11-21", "--format", "json").output
    )
    assert {"on", "question", "activities", "notify", "transfers"} <= set(made)
    assert "Besluit" not in made


def test_impact_over_many(file: str, tmp_path: Path) -> None:
    """A register that does not know the vendor says so; if none does, that is an error with the nearest name."""
    other = tmp_path / "other.yaml"
    save(Register.of({"holder": "x", "parties": [{"key": "x"}]}), other)
    made = run("impact", file, str(other), "--breach", "Wolkenrek BV", "--language", "en")
    assert "No party is called “Wolkenrek BV” here, and none has its numbers" in made.output
    asked = json.loads(run("impact", file, str(other), "--breach", "host", "--format", "json").output)
    assert [one["register"] for one in asked] == [file, str(other)]
    assert isinstance(run("impact", file, str(other), "--breach", "Wolkenrk BV").exception, UnknownEntry)


@pytest.mark.parametrize(
    "question", [("--breach", "host"), ("--remove", "Wolkenrek BV"), ("--move", "host=IN")]
)
def test_impact_finds_the_same_party_by_its_number(
    file: str, tmp_path: Path, question: tuple[str, str]
) -> None:
    """Under another key and another name; the answer says how, as text and as JSON."""
    other = tmp_path / "other.yaml"
    parties = [
        {"key": "us", "name": "Us"},
        {"key": "cloud", "name": "Rek", "registration": {"scheme": "kvk", "number": "12345678"}},
    ]
    flows = [{"recipient": "cloud", "role": "processor", "countries": "NL"}]
    activity = {
        "key": "wages",
        "name": "Wages",
        "data_subjects": "employees",
        "personal_data": "name",
        "flows": flows,
    }
    save(Register.of({"holder": "us", "parties": parties, "activities": [activity]}), other)
    asked = ("impact", str(other), file, *question, "--on", "2026-11-21")
    told = run(*asked, "--language", "en").output
    assert "is Rek (cloud) here: Chamber of Commerce number (Netherlands): 12345678" in told
    assert "Wages: name of employees" in told
    found = json.loads(run(*asked, "--format", "json").output)
    assert [one["meant"]["keys"] for one in found] == [["cloud"], ["host"]]
    assert [one["meant"]["called"] for one in found] == [False, True]
    assert found[0]["activities"][0]["activity"] == "wages"
    assert "meant" not in json.loads(run("impact", file, *question, "--format", "json").output)


def test_the_same_register_twice_is_told(file: str, tmp_path: Path) -> None:
    """It is answered, and the reader knows that it is one and the same."""
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(Path(file).read_bytes())
    asked = ("impact", file, str(copy), "--breach", "host")
    assert run(*asked, "--language", "en").output.count("the same register as") == 1
    found = json.loads(run(*asked, "--format", "json").output)
    assert [one.get("same_as") for one in found] == [None, file]


@pytest.mark.parametrize(
    ("word", "meant"),
    [("DPF", "'2023/1795'"), ("UK", "'2025/2574' or '2021/1772'"), ("privacy shield", "'2016/1250'")],
)
def test_impact_knows_which_decision_a_country_or_a_scheme_may_mean(file: str, word: str, meant: str) -> None:
    """A reader seldom has its number at hand."""
    assert f"there is no decision '{word}'; did you mean {meant}?" in str(
        run("impact", file, "--revoke", word).exception
    )


def test_graph_names_a_sender_once(file: str) -> None:
    """It stands before the arrow already."""
    told = run("graph", file, "--on", "2026-11-21", "--language", "en").output
    assert "Wolkenrek BV → HelpDesk Ltd" in told
    assert "through" not in told


def test_impact_asks_one_question(file: str) -> None:
    for wrong in ([], ["--breach", "host", "--remove", "host"], ["--move", "host"]):
        assert "UsageError" in repr(run("impact", file, *wrong).exception)


def test_impact_goes_on_where_one_register_cannot_be_read(file: str, tmp_path: Path) -> None:
    """As the other questions to several registers: the rest is answered, and the exit status tells of it."""
    missing = str(tmp_path / "missing.yaml")
    made = run("impact", missing, file, "--breach", "host", "--on", "2026-11-21", "--format", "json")
    unread, answered = json.loads(made.stdout)
    assert made.return_value == 2
    assert (unread["register"], bool(unread["problems"])) == (missing, True)
    assert (answered["register"], answered["activities"][0]["activity"]) == (file, "orders")


def test_impact_names_register_and_day(file: str) -> None:
    """The same first line as the other questions to several registers."""
    made = run("impact", file, "--breach", "host", "--on", "2026-11-21", "--language", "en")
    assert made.output.splitlines()[0] == f"{file} · as of 2026-11-21"


def test_rows_of_ones_own_beside_the_register_count(file: str) -> None:
    """A decision of `ropa.toml` can fall, and a way rests on it; a register without settings knows no such decision."""
    revoke = ("impact", file, "--revoke", "2030/1", "--on", "2026-11-21", "--format", "json")
    assert isinstance(run(*revoke).exception, UnknownEntry)
    beside = Path(file).parent
    (beside / "rows.toml").write_text(
        '[[decision]]\nnumber = "2030/1"\ncountries = ["IN"]\nfrom = 2020-01-01\nscope = "whole"\n'
        'source = "A test"\nchecked_on = 2026-01-01\n',
        "utf-8",
    )
    (beside / "ropa.toml").write_text('[tables]\nfile = "rows.toml"\n', "utf-8")
    assert [one["country"] for one in json.loads(run(*revoke).output)["transfers"]] == ["IN"]
    path = json.loads(run("path", file, "host", "desk", "--on", "2026-11-21", "--format", "json").output)
    assert [one["decision"] for one in path["routes"][0]["legs"][0]["transfers"]] == ["2030/1"]


@pytest.mark.parametrize(
    "words",
    [("gaps",), ("path", "host", "desk"), ("impact", "--remove", "desk"), ("check", "--select", "theme:transfers")],
)  # fmt: skip
def test_a_membership_of_ones_own_counts_for_every_question(file: str, words: tuple[str, ...]) -> None:
    """A country that `ropa.toml` puts inside the EEA is a third country for none of them."""
    asked = (words[0], file, *words[1:], "--on", "2026-11-21", "--format", "json")
    before = run(*asked).output
    beside = Path(file).parent
    row = '[[membership]]\ncountries = ["IN"]\nsource = "A test"\nchecked_on = 2026-01-01\n'
    (beside / "rows.toml").write_text(row, "utf-8")
    (beside / "ropa.toml").write_text('[tables]\nfile = "rows.toml"\n', "utf-8")
    after = run(*asked).output

    assert json.loads(before) != json.loads(after)
    assert '"standing": "missing"' not in after


def test_a_file_of_rows_that_is_wrong_is_told_by_every_question(file: str) -> None:
    """With its line, and no traceback."""
    beside = Path(file).parent
    (beside / "rows.toml").write_text("\n[[agess]]\n", "utf-8")
    (beside / "ropa.toml").write_text('[tables]\nfile = "rows.toml"\n', "utf-8")
    for words in (("gaps",), ("path", "host", "desk"), ("impact", "--remove", "desk"), ("due",), ("check",)):
        status, told = called([words[0], file, *words[1:], "--on", "2026-11-21"])
        assert status == 2, words
        assert "rows.toml:2: agess: there is no such table; did you mean [[age]]?" in told
        assert "Traceback" not in told
