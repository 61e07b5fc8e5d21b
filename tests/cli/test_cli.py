"""The command line: what it prints, what it writes, and with which status it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from tests.cli.small import GAPS, SOUND

from ropa.formats.native import load
from ropa.glossary import phrase
from ropa.rules import RULES

ON = "2026-11-21"
Run = subprocess.CompletedProcess[str]
Runs = Callable[..., Run]

NOT_A_REGISTER = "ropa: 1\nholdr: us\nactivities: [{key: a, purpose: x}]\n"
LOUD = "us\x1b[31m\u202egnp"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with registers to work on."""
    for name, text in (("sound", SOUND), ("gaps", GAPS), ("broken", NOT_A_REGISTER)):
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def ropa(here: Path) -> Runs:
    """Runs the command as a user would: a program of its own, in the folder of registers."""

    def run(*words: str, env: dict[str, str] | None = None, **how: Any) -> Run:
        around = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LC_", "LANG", "PYTHON"))
        }
        source = Path(__file__).parents[2] / "src"
        around |= {"PYTHONPATH": str(source), "PYTHONUTF8": "1", **(env or {})}
        done = subprocess.run(
            [sys.executable, "-m", "ropa", *words],
            cwd=here, env=around, capture_output=True, encoding="utf-8", errors="replace", timeout=120, check=False, **how,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done

    return run


def refused(done: Run, status: int, *words: str) -> None:
    """It ended with that status and said why, on the other stream, in few lines."""
    assert done.returncode == status
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) <= 5
    for word in words:
        assert word in done.stderr


class TestCheck:
    """`ropa check`."""

    def test_sound(self, ropa: Runs) -> None:
        """Nothing to say: status 0, with the day it was asked for and how much is answered."""
        done = ropa("check", "sound.yaml", "--on", ON)

        assert (done.returncode, done.stderr) == (0, "")
        assert ON in done.stdout
        assert "errors: 0" in done.stdout

    def test_fail_on(self, ropa: Runs) -> None:
        """Status 1 if there is a finding at least as loud as asked: the gaps are warnings."""
        assert ropa("check", "gaps.yaml").returncode == 0
        assert ropa("check", "gaps.yaml", "--fail-on", "warning").returncode == 1
        assert ropa("check", "gaps.yaml", "--fail-on", "note").returncode == 1
        assert ropa("check", "sound.yaml", "gaps.yaml", "--fail-on", "warning").returncode == 1

    def test_says_where(self, ropa: Runs) -> None:
        """File and line as a compiler would, then what and what to do, in the language asked for."""
        done = ropa("check", "gaps.yaml", "--on", ON, "--language", "nl")

        assert "gaps.yaml:5: warning ROPA001 item-missing activities.a" in done.stdout
        assert "is niet vastgelegd" in done.stdout
        assert "→ Voeg “retention” toe" in done.stdout

    def test_what_is_not_a_register(self, ropa: Runs) -> None:
        """Status 2, with every problem, its line and what was meant."""
        done = ropa("check", "broken.yaml")

        refused(done, 2, "broken.yaml:2: ", "did you mean 'holder'", "broken.yaml:3: ", "purposes")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["none.yaml"], "none.yaml"),
            ([], "REGISTER"),
            (["sound.yaml", "--on", "gisteren"], "year-month-day"),
            (["sound.yaml", "--language", "la"], "'la'"),
            (["sound.yaml", "--format", "pdf"], "'pdf'"),
            (["sound.yaml", "--fail-on", "never"], "'never'"),
        ],
    )
    def test_wrong_call(self, ropa: Runs, words: list[str], said: str) -> None:
        """A file that is not there, or an option that is none: status 2 and one clear message."""
        refused(ropa("check", *words), 2, said)


class TestExport:
    """`ropa export`."""

    def test_files(self, ropa: Runs, here: Path) -> None:
        """Each file in the format of its suffix."""
        done = ropa("export", "sound.yaml", "a.xlsx", "a.pdf", "a.svg", "a.json", "--on", ON)

        assert done.returncode == 0
        assert {"a.xlsx", "a.pdf", "a.svg", "a.json"} <= {one.name for one in here.iterdir()}
        assert load(here / "a.json") == load(here / "sound.yaml")

    def test_as(self, ropa: Runs, here: Path) -> None:
        """A name for the format in place of a suffix."""
        assert ropa("export", "sound.yaml", "out", "--as", "sharing").returncode == 0
        assert (here / "out").read_bytes().startswith(b"<")

    def test_into(self, ropa: Runs, here: Path) -> None:
        """A folder for each register, named after it; two of one name are told apart."""
        for folder in ("bakery", "cafe", "other/bakery"):
            (here / folder).mkdir(parents=True)
            (here / folder / "register.yaml").write_text(SOUND, "utf-8")
        registers = ("bakery/register.yaml", "cafe/register.yaml", "other/bakery/register.yaml", "sound.yaml")
        done = ropa("export", *registers, "--into", "out", "--as", "sharing,json")

        assert done.returncode == 0
        assert {f"{name}/{file}" for name in ("bakery", "bakery-2", "cafe", "sound") for file in
                ("sharing.svg", "register.json")} | {"manifest.json"} == {
            str(one.relative_to(here / "out")) for one in (here / "out").rglob("*") if one.is_file()
        }  # fmt: skip

    def test_into_never_twice_into_one_folder(self, ropa: Runs, here: Path) -> None:
        """Also where a folder is called what a second one of a name would be called."""
        for number, folder in enumerate(("a/x", "b/x", "x-2")):
            (here / folder).mkdir(parents=True)
            (here / folder / "register.yaml").write_text(f"{SOUND}\nversion: v{number}\n", "utf-8")
        done = ropa(
            "export",
            "a/x/register.yaml",
            "b/x/register.yaml",
            "x-2/register.yaml",
            "--into",
            "out",
            "--as",
            "json",
        )

        assert done.returncode == 0
        assert {"v0", "v1", "v2"} == {load(one).version for one in (here / "out").rglob("register.json")}

    def test_a_register_file_is_precious(self, ropa: Runs, here: Path) -> None:
        """It is not written over, status 3; with --force it is."""
        refused_ = ropa("export", "sound.yaml", "gaps.yaml")

        assert refused_.returncode == 3
        assert "already there" in refused_.stderr
        assert (here / "gaps.yaml").read_text("utf-8") == GAPS
        assert ropa("export", "sound.yaml", "gaps.yaml", "--force").returncode == 0
        assert load(here / "gaps.yaml") == load(here / "sound.yaml")

    @pytest.mark.parametrize(
        "words",
        [
            ["sound.yaml", "gaps.yaml/x.svg"],
            ["sound.yaml", "--into", "gaps.yaml", "--as", "sharing"],
            ["sound.yaml", "--into", "gaps.yaml/x", "--as", "sharing"],
        ],
    )
    def test_could_not_write(self, ropa: Runs, words: list[str]) -> None:
        """Where a folder should be is a file: status 2 or 3, and no traceback."""
        done = ropa("export", *words)

        assert done.returncode in (2, 3)
        assert "gaps.yaml" in done.stderr

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["sound.yaml"], "say where to"),
            (["sound.yaml", "a.docx"], ".docx"),
            (["sound.yaml", "a.svg", "--as", "sharingg"], "did you mean 'sharing'"),
            (["sound.yaml", "a.svg", "--as", "sharing,json"], "--into"),
            (["sound.yaml", "--into", "out"], "--as"),
            (["sound.yaml", "a.svg", "--party", "uss"], "did you mean 'us'"),
            (["sound.yaml", "a.svg", "--language", "la"], "'la'"),
            (["none.yaml", "a.svg"], "none.yaml"),
        ],
    )
    def test_wrong_call(self, ropa: Runs, here: Path, words: list[str], said: str) -> None:
        """Status 2, one clear message, and nothing written."""
        refused(ropa("export", *words), 2, said)
        assert not (here / "a.svg").exists()


class TestGraph:
    """`ropa graph`."""

    def test_text(self, ropa: Runs, bakery_file: Path) -> None:
        """A line for each flow, in the language asked for."""
        done = ropa("graph", str(bakery_file), "--on", ON, "--language", "en")

        assert done.returncode == 0
        assert "Nieuwsbrief: Bakkerij De Korenaar BV → Postduif BV — processor" in done.stdout
        assert len(done.stdout.splitlines()) == 12

    def test_parts(self, ropa: Runs, bakery_file: Path) -> None:
        """One activity, one kind of data, one party's chain, or so many steps around it."""

        def lines(*words: str) -> int:
            return len(ropa("graph", str(bakery_file), "--on", ON, *words).stdout.splitlines()) - 1

        assert lines("--activity", "nieuwsbrief") == 1
        assert lines("--data", "national-register-number") == 3
        assert lines("--party", "postduif", "--depth", "1") == 1
        assert lines("--party", "hulplijn", "--activity", "bestellingen", "--depth", "1") == 1

    def test_only_the_flows_of_the_part(self, ropa: Runs, here: Path) -> None:
        """Two recipients of one flow are two flows; what is said in general is one flow in each activity."""
        told = "ropa: 1\nholder: us\nparties: [{key: us}, {key: p}, {key: q}]\nactivities: [{key: a}, {key: b}]\n"
        (here / "general.yaml").write_text(told + "general: {flows: {recipient: [p, q]}}\n", "utf-8")
        done = ropa("graph", "general.yaml", "--on", ON, "--activity", "a", "--party", "p", "--depth", "1")

        assert len(done.stdout.splitlines()) == 2
        assert "a: us → p" in done.stdout

    def test_json(self, ropa: Runs, bakery_file: Path) -> None:
        """Node-link JSON that networkx reads."""
        done = ropa("graph", str(bakery_file), "--on", ON, "--format", "json")
        graph = nx.node_link_graph(json.loads(done.stdout), edges="edges")

        assert graph.graph["holder"] == "party:korenaar"
        assert graph.has_edge("party:korenaar", "party:postduif")

    def test_picture(self, ropa: Runs, here: Path) -> None:
        """With a file: a picture."""
        assert ropa("graph", "sound.yaml", "g.svg").returncode == 0
        assert (here / "g.svg").read_bytes().startswith(b"<")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["sound.yaml", "--party", "uss"], "did you mean 'us'"),
            (["sound.yaml", "--activity", "x"], "no activity"),
            (["sound.yaml", "g.png"], ".svg"),
            (["sound.yaml", "--depth", "-1"], "-1"),
            (["sound.yaml", "--depth", "2"], "--party"),
            (["sound.yaml", "--view", "countries"], ".svg"),
            (["sound.yaml", "x.mmd", "--view", "countries"], ".svg"),
            (["sound.yaml", "x.svg", "--view", "countries", "--by", "kind"], "leave out --by"),
        ],
    )
    def test_wrong_call(self, ropa: Runs, words: list[str], said: str) -> None:
        """Status 2."""
        refused(ropa("graph", *words), 2, said)


class TestExplain:
    """`ropa explain`."""

    @pytest.mark.parametrize(
        ("word", "said"),
        [
            ("ROPA046", "transfer-without-ground"),
            ("transfer-without-ground", "ROPA046"),
            ("purposes", "Facts.purposes"),
            ("Flow.role", "What the recipient is here"),
            ("Activity.purposes", "The purposes of the processing"),
            ("legal-obligation", "Article 6(1)(c)"),
            ("GB", "2020-12-31"),
            ("CH", "outside the EEA"),
        ],
    )
    def test_words(self, ropa: Runs, word: str, said: str) -> None:
        """A rule by code or name, a field, a word of the law, a country."""
        done = ropa("explain", word)

        assert done.returncode == 0
        assert said in done.stdout

    @pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)
    def test_rules_show_their_examples(self, ropa: Runs, one: Any) -> None:
        """Both of them."""
        done = ropa("explain", one.code, "--language", "de")

        assert phrase("explain.flagged", "de") in done.stdout
        assert phrase("explain.accepted", "de") in done.stdout

    @pytest.mark.parametrize(
        ("word", "meant"),
        [("purpses", "purposes"), ("ROPA04", "ROPA046"), ("legal-obligatoin", "legal-obligation")],
    )
    def test_nearest(self, ropa: Runs, word: str, meant: str) -> None:
        """A word that is nearly one: status 2 and the one that was meant."""
        refused(ropa("explain", word), 2, meant)


class TestNewAndSchema:
    """`ropa new` and `ropa schema`."""

    def test_new(self, ropa: Runs, here: Path) -> None:
        """A folder with a register that is understood, and has gaps to fill; one that is there stays."""
        assert ropa("new", "mine").returncode == 0
        assert ropa("check", "mine/register.yaml").returncode in (0, 1)
        (here / "mine" / "register.yaml").write_text("mine", "utf-8")
        assert ropa("new", "mine").returncode == 3
        assert (here / "mine" / "register.yaml").read_text("utf-8") == "mine"

    def test_new_where_a_file_is(self, ropa: Runs) -> None:
        """Status 2 or 3."""
        assert ropa("new", "sound.yaml").returncode in (2, 3)
        assert ropa("new", "sound.yaml/mine").returncode in (2, 3)

    def test_schema(self, ropa: Runs) -> None:
        """JSON with a dialect."""
        schema = json.loads(ropa("schema").stdout)

        assert "$schema" in schema
        assert "activities" in schema["properties"]


class TestCalls:
    """What holds for every command."""

    def test_help_and_version(self, ropa: Runs) -> None:
        """Both end well."""
        done = ropa("--help")

        assert done.returncode == 0
        assert all(
            name in done.stdout for name in ("check", "export", "graph", "trace", "explain", "new", "schema")
        )
        assert ropa("--version").returncode == 0
        assert ropa("check", "-h").returncode == 0

    def test_no_command(self, ropa: Runs) -> None:
        """The same help, once; status 2, for nothing was done."""
        done = ropa()

        assert (done.returncode, done.stderr.strip()) == (2, ropa("-h").stdout.strip())

    def test_unknown_command(self, ropa: Runs) -> None:
        """Status 2 and the one that was meant."""
        refused(ropa("chek", "sound.yaml"), 2, "'check'")

    @pytest.mark.parametrize("command", ["check", "graph"])
    def test_loud_text(self, ropa: Runs, here: Path, command: str) -> None:
        """Text that commands a terminal is shown and not obeyed."""
        told = json.loads(
            json.dumps({"ropa": 1, "holder": "us", "parties": [{"key": "us", "name": LOUD}, {"key": "p"}]})
        )
        flow = {"recipient": "p", "role": "processor", "when": LOUD}
        told["activities"] = [{"key": "a", "name": LOUD, "flows": flow}]
        (here / "loud.json").write_text(json.dumps(told), "utf-8")
        done = ropa(command, "loud.json", "--on", ON)

        assert "us<U+001B>[31m<U+202E>gnp" in done.stdout
        assert not set(done.stdout) & {"\x1b", "\u202e"}

    def test_loud_file_names(self, ropa: Runs, here: Path) -> None:
        """So are the names of files, found or not."""
        (here / "a\x1b[31m.yaml").write_text(SOUND, "utf-8")

        assert "\x1b" not in ropa("check", "a\x1b[31m.yaml").stdout
        assert "\x1b" not in ropa("check", "b\x1b[31m.yaml").stderr
        assert "\x1b" not in ropa("export", "sound.yaml", "b\x1b[31m.docx").stderr
        assert "\x1b" not in ropa("explain", "b\x1b[31m").stderr

    @pytest.mark.parametrize("words", [["schema"], ["check", "gaps.yaml", "--language", "fr"]])
    @pytest.mark.parametrize(
        "env",
        [
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"PYTHONIOENCODING": "ascii"},
            {"PYTHONIOENCODING": "cp1252"},
        ],
        ids=lambda env: next(iter(env)),
    )
    def test_a_stream_that_knows_few_letters(self, ropa: Runs, words: list[str], env: dict[str, str]) -> None:
        """Letters that cannot be written are written otherwise; the status stays what it is."""
        done = ropa(*words, env=env)

        assert done.returncode == 0
        assert done.stdout

    @pytest.mark.skipif(os.name == "nt", reason="pipes and descriptors of another kind")
    @pytest.mark.parametrize("tail", ["| head -c 1", ">&-", ">/dev/full", "2>&- >&-"])
    def test_a_stream_that_is_gone(self, here: Path, tail: str) -> None:
        """A reader that goes away, a closed or a full stream: no traceback."""
        source = Path(__file__).parents[2] / "src"
        if "full" in tail and not Path("/dev/full").exists():
            pytest.skip("no /dev/full here")
        done = subprocess.run(
            ["sh", "-c", f"{sys.executable} -m ropa schema {tail}"],
            cwd=here, env={**os.environ, "PYTHONPATH": str(source)}, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

        assert "Traceback" not in done.stderr
        assert "Exception ignored" not in done.stderr

    def test_interrupted(self, ropa: Runs, here: Path) -> None:
        """Ctrl-C is status 130."""
        code = "import ropa.cli.schema as s, click\ndef stop(): raise KeyboardInterrupt\ns.schema = stop\n"
        source = Path(__file__).parents[2] / "src"
        done = subprocess.run(
            [sys.executable, "-c", f"{code}import sys; sys.argv = ['ropa', 'schema']\nfrom ropa.cli import main; main()"],
            cwd=here, env={**os.environ, "PYTHONPATH": str(source)}, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

        assert done.returncode == 130
        assert "Traceback" not in done.stderr
