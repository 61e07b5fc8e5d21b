"""`ropa check`: what it prints in each form, with which status it ends, and what settings and a baseline change."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from tests.cli.small import GAPS, SOUND
from tests.docs.pages import ROOT, called

from ropa.formats.findings.json import SAID_OF_A_PROBLEM

ON = "2026-11-21"
WAIVER = "waivers: [{rule: item-missing, at: activities.a, reason: Komt nog, by: An, until: 2026-12-31}]\n"
MISSING = ("--select", "item-missing", "--on", ON)
"""One rule only: what other rules find is for their own tests."""
Runs = Callable[..., tuple[int, str]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with registers to work on."""
    for name, text in (("sound", SOUND), ("gaps", GAPS), ("broken", "ropa: 1\nholdr: us\n")):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def check(here: Path) -> Runs:
    """Runs `ropa check` in that folder."""
    return lambda *words: called(["check", *words])


class TestText:
    """For people."""

    def test_says_where_and_what(self, check: Runs) -> None:
        """File and line as a compiler would, then what and what to do, in the language asked for."""
        status, said = check("gaps.yaml", *MISSING, "--language", "nl")

        assert status == 0
        assert "gaps.yaml:5: warning ROPA001 item-missing activities.a (item-missing:retention)\n" in said
        assert "is niet vastgelegd" in said
        assert "→ Voeg “retention” toe" in said
        assert said.endswith("fouten: 0, waarschuwingen: 2, opmerkingen: 0\n")

    def test_waived(self, check: Runs, here: Path) -> None:
        """A waived finding is shown as waived and fails nothing, in the reader's language."""
        (here / "gaps.yaml").write_text(GAPS + WAIVER, "utf-8")
        status, said = check("gaps.yaml", *MISSING, "--fail-on", "note")

        assert status == 0
        assert "waived: ROPA001 activities.a: Komt nog, An, 2026-12-31" in said
        (here / "gaps.yaml").write_text(
            GAPS + WAIVER.replace("Komt nog", "{nl: Komt nog, fr: À venir}"), "utf-8"
        )
        assert "activities.a: À venir" in check("gaps.yaml", *MISSING, "--language", "fr")[1]


class TestStatus:
    """0 fine, 1 findings, 2 what cannot be read."""

    def test_fail_on(self, check: Runs) -> None:
        """1 if there is a finding at least as loud as asked: the gaps are warnings."""
        assert check("gaps.yaml", *MISSING)[0] == 0
        for level in ("warning", "note"):
            assert check("gaps.yaml", *MISSING, "--fail-on", level)[0] == 1
        assert check("sound.yaml", "gaps.yaml", *MISSING, "--fail-on", "warning")[0] == 1
        assert check("sound.yaml", *MISSING, "--fail-on", "note")[0] == 0

    @pytest.mark.parametrize("form", ["text", "json", "github", "markdown", "sarif", "junit"])
    def test_what_cannot_be_read(self, check: Runs, form: str) -> None:
        """2 in every form, and the other registers are checked all the same."""
        status, said = check("broken.yaml", "gaps.yaml", *MISSING, "--format", form)

        assert status == 2
        assert "did you mean 'holder'" in said
        assert "ROPA001" in said

    @pytest.mark.parametrize("form", ["json", "github", "markdown", "sarif", "junit"])
    def test_the_same_in_every_form(self, check: Runs, form: str) -> None:
        """The form changes nothing of the status."""
        assert check("gaps.yaml", *MISSING, "--format", form)[0] == 0
        assert check("gaps.yaml", *MISSING, "--format", form, "--fail-on", "warning")[0] == 1

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--select", "item-mising"], "did you mean 'item-missing'"),
            (["--ignore", "level:loud"], "level:loud"),
            (["--config", "none.toml"], "none.toml"),
            (["--baseline", "none.json"], "none.json"),
            (["--format", "pdf"], "pdf"),
            (["--fail-on", "never"], "never"),
        ],
    )
    def test_wrong_call(self, check: Runs, words: list[str], said: str) -> None:
        """2 and one clear message."""
        status, told = check("sound.yaml", *words)

        assert status == 2
        assert said in told


class TestForms:
    """Each form is what another program reads."""

    def test_json(self, check: Runs) -> None:
        """One answer or a list of them; a problem in the keys of a problem."""
        one = json.loads(check("gaps.yaml", *MISSING, "--format", "json")[1])

        assert (one["on"], one["register"], len(one["findings"])) == (ON, "gaps.yaml", 2)
        assert one["findings"][0]["line"] == 5
        assert set(SAID_OF_A_PROBLEM) == {"at", "wrong", "instead", "file", "line"}

    def test_sarif(self, check: Runs) -> None:
        """Only the rules that were asked for, and their results."""
        (run,) = json.loads(check("gaps.yaml", *MISSING, "--format", "sarif")[1])["runs"]

        assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["ROPA001"]
        assert len(run["results"]) == 2

    def test_junit(self, check: Runs) -> None:
        """A suite for each register."""
        found = ElementTree.fromstring(check("gaps.yaml", "sound.yaml", *MISSING, "--format", "junit")[1])

        assert [suite.get("name") for suite in found] == ["gaps.yaml", "sound.yaml"]

    def test_github(self, check: Runs) -> None:
        """A line for each finding and nothing else."""
        lines = check("gaps.yaml", *MISSING, "--format", "github")[1].splitlines()

        assert len(lines) == 2
        assert all(
            line.startswith("::warning file=gaps.yaml,line=5,title=ROPA001 item-missing::") for line in lines
        )

    def test_markdown(self, check: Runs) -> None:
        """A heading for the register."""
        assert check("gaps.yaml", *MISSING, "--format", "markdown")[1].startswith("# gaps.yaml\n")


class TestSelect:
    """Only what is asked for."""

    def test_lists(self, check: Runs) -> None:
        """Words with commas between them."""
        assert "errors: 0, warnings: 2" in check("gaps.yaml", "--on", ON, "--select", "ROPA001,role-open")[1]
        assert (
            "errors: 0, warnings: 0, notes: 0" in check("gaps.yaml", *MISSING, "--ignore", "level:warning")[1]
        )
        assert "warnings: 1," in check("gaps.yaml", *MISSING, "--ignore", "article:30(1)(f)")[1]


class TestCoverage:
    """How far the provisions are answered is told to who asks for everything, and to who asks for it."""

    @pytest.mark.parametrize("form", ["text", "markdown"])
    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ((), True),
            (("--select", "theme:records"), False),
            (("--select", "article:30"), False),
            (("--select", "ROPA001", "--coverage"), True),
            (("--no-coverage",), False),
            (("--ignore", "ROPA001"), True),
        ],
    )
    def test_for_people(self, check: Runs, form: str, words: tuple[str, ...], told: bool) -> None:
        """With findings selected only these are told; the option goes before that."""
        _, said = check("gaps.yaml", "--on", ON, "--format", form, *words)

        assert ("Article 13(2)(f)" in said) is told
        assert ("## How much is answered" in said) is (told and form == "markdown")

    def test_in_settings(self, check: Runs, here: Path) -> None:
        """Findings selected by the settings are findings selected."""
        (here / "ropa.toml").write_text('[check]\nselect = ["item-missing"]\n', "utf-8")

        assert "Article 13(2)(f)" not in check("gaps.yaml", "--on", ON)[1]

    def test_for_programs(self, check: Runs) -> None:
        """JSON has it all the same."""
        told = [
            json.loads(check("gaps.yaml", "--format", "json", "--on", ON, *words)[1])["coverage"]
            for words in ((), MISSING, ("--no-coverage",))
        ]

        assert told[0]
        assert told[0] == told[1] == told[2]


class TestSettings:
    """`ropa.toml` beside the register, or the file that is named."""

    def settings(self, here: Path, text: str, name: str = "ropa.toml") -> None:
        (here / name).write_text(text, "utf-8")

    def test_beside_the_register(self, check: Runs, here: Path) -> None:
        """It is found, named in the text, and used where the call does not say."""
        self.settings(here, '[check]\nselect = ["item-missing"]\nfail-on = "warning"\nlanguage = "de"\n')
        status, said = check("gaps.yaml", "--on", ON)

        assert status == 1
        assert "Einstellungen: ropa.toml\n" in said
        assert said.endswith("Fehler: 0, Warnungen: 2, Hinweise: 0\n")

    def test_the_call_goes_first(self, check: Runs, here: Path) -> None:
        """Every option of the call replaces what settings say; without settings nothing of them counts."""
        self.settings(
            here,
            '[check]\nselect = ["role-open"]\nignore = "level:warning"\nfail-on = "note"\nlanguage = "nl"\n',
        )
        status, said = check("gaps.yaml", *MISSING, "--ignore", "", "--fail-on", "error", "--language", "fr")

        assert status == 0
        assert said.endswith("erreurs\xa0: 0, avertissements\xa0: 2, remarques\xa0: 0\n")
        assert "warnings: 2" in check("gaps.yaml", *MISSING, "--no-config")[1]

    def test_named(self, check: Runs, here: Path) -> None:
        """Another file in its place; a folder's own settings stand in it or beside it."""
        self.settings(here, '[check]\nfail-on = "note"\n')
        self.settings(here, '[check]\nfail-on = "error"\n', "other.toml")
        assert check("gaps.yaml", *MISSING)[0] == 1
        assert check("gaps.yaml", *MISSING, "--config", "other.toml")[0] == 0
        (here / "folder").mkdir()
        (here / "gaps.yaml").rename(here / "folder" / "register.yaml")
        assert check("folder", *MISSING)[0] == 1
        self.settings(here / "folder", '[check]\nfail-on = "error"\n')
        assert check("folder", *MISSING)[0] == 0

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                '[check]\nselct = ["x"]\n',
                "ropa.toml:2: check.selct: this key is not known here; did you mean 'select'",
            ),
            ('[chek]\nselect = ["x"]\n', "ropa.toml:1: chek: there is no such table; did you mean 'check'"),
            (
                '[check]\nfail-on = "never"\n',
                "ropa.toml:2: check.fail-on: this is not understood; write one of error",
            ),
            ('[check]\nlanguage = "la"\n', "write one of en, nl, fr, de"),
            ("[check]\nselect = [1]\n", "check.select"),
            ("[check]\nbaseline = 1\n", "check.baseline"),
            ("[check]\nbaseline = [", "not TOML"),
            ("check = 1\n", "a table is wanted here"),
            ("x = 1\n", "there is no such table"),
            ('[check]\nselect = ["item-mising"]\n', "did you mean 'item-missing'"),
            ('[check]\nbaseline = "none.json"\n', "none.json"),
            ('[tables]\nfile = "none.toml"\n', "none.toml"),
            ("a." * 5_000 + "b = 1", "ropa.toml"),
        ],
    )
    def test_what_is_wrong(self, check: Runs, here: Path, text: str, said: str) -> None:
        """Everything is told with its line and the nearest word: status 2."""
        self.settings(here, text)
        status, told = check("gaps.yaml")

        assert status == 2
        assert said in told
        assert "Traceback" not in told

    def test_all_at_once(self, check: Runs, here: Path) -> None:
        """Several problems are several lines."""
        self.settings(here, '[check]\nselct = []\nfail-on = "x"\n[table]\n')

        assert check("gaps.yaml")[1].count("ropa.toml:") == 3

    def test_tables(self, check: Runs, here: Path) -> None:
        """Rows of one's own count in the check: a decision about India covers a transfer there."""
        flows = "flows: [{recipient: desk, role: controller, countries: IN}]"
        text = GAPS.replace("parties: [", "parties: [{key: desk, name: Desk}, ").replace(
            "absences: {recipients: none}", flows
        )
        (here / "gaps.yaml").write_text(text, "utf-8")
        asked = ("gaps.yaml", "--on", ON, "--select", "theme:transfers", "--format", "json")
        india = "transfer-without-ground"
        assert india in {one["name"] for one in json.loads(check(*asked)[1])["findings"]}
        (here / "rows.toml").write_text(
            '[[decision]]\nnumber = "2030/1"\ncountries = ["IN"]\nfrom = 2020-01-01\nscope = "whole"\n'
            'source = "A test"\nchecked_on = 2026-01-01\n',
            "utf-8",
        )
        self.settings(here, '[tables]\nfile = "rows.toml"\n')
        assert india not in {one["name"] for one in json.loads(check(*asked)[1])["findings"]}


class TestBaseline:
    """Known findings are shown as known and fail nothing."""

    def test_written_and_known(self, check: Runs, here: Path) -> None:
        """Written once, everything there is is known; what is new still fails."""
        strict = ("--fail-on", "note")
        assert check("gaps.yaml", *MISSING, *strict)[0] == 1
        status, said = check("gaps.yaml", *MISSING, *strict, "--write-baseline", "known.json")
        assert status == 0
        assert "known.json: known findings: 2" in said
        status, said = check("gaps.yaml", *MISSING, *strict, "--baseline", "known.json")
        assert status == 0
        assert said.count("known: ROPA001 activities.a") == 2
        assert "warnings: 0" in said
        (here / "gaps.yaml").write_text(GAPS.replace("    purposes: Baking\n", ""), "utf-8")
        status, said = check("gaps.yaml", *MISSING, *strict, "--baseline", "known.json")
        assert status == 1
        assert "errors: 1, warnings: 0" in said

    def test_in_settings(self, check: Runs, here: Path) -> None:
        """Named from the folder of the settings."""
        check("gaps.yaml", *MISSING, "--write-baseline", "known.json")
        (here / "ropa.toml").write_text('[check]\nbaseline = "known.json"\n', "utf-8")

        assert check("gaps.yaml", *MISSING, "--fail-on", "note")[0] == 0

    def test_in_other_forms(self, check: Runs) -> None:
        """Each form says it in its own way."""
        check("gaps.yaml", *MISSING, "--write-baseline", "known.json")
        known = ("gaps.yaml", *MISSING, "--baseline", "known.json", "--format")

        assert all(one["known"] for one in json.loads(check(*known, "json")[1])["findings"])
        assert check(*known, "github")[1] == ""
        (run,) = json.loads(check(*known, "sarif")[1])["runs"]
        assert {one["baselineState"] for one in run["results"]} == {"unchanged"}
        assert "## known" in check(*known, "markdown")[1]
        assert ElementTree.fromstring(check(*known, "junit")[1])[0].get("failures") == "0"

    def test_cannot_be_written(self, check: Runs) -> None:
        """Status 3; and a register that cannot be read writes no baseline."""
        assert check("gaps.yaml", *MISSING, "--write-baseline", "none/known.json")[0] == 3
        assert check("broken.yaml", *MISSING, "--write-baseline", "known.json")[0] == 2
        assert not Path("known.json").exists()


def test_the_hook_for_pre_commit() -> None:
    """It calls a command that there is, for files that are registers and no others."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    assert hook["id"] == "ropa-check"
    assert hook["entry"] == "ropa check"
    assert all(
        re.search(hook["files"], name) for name in ("register.yaml", "shop/register.yml", "a/b/register.json")
    )
    assert not any(
        re.search(hook["files"], name) for name in ("my-register.yaml", "register.yaml.bak", "other.yaml")
    )
