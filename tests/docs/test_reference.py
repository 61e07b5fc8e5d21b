"""The made pages: a page a rule, every row of every dated table, and articles, rules and fields side by side."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, Block, blocks

import ropa
from ropa.fields import every_card
from ropa.formats.findings.words import said, title
from ropa.formats.native import loads
from ropa.glossary import LANGUAGES, citation

REFERENCE = ROOT / "docs" / "reference"
DATED = sorted(one.name for one in files("ropa.law").iterdir() if one.name.endswith(".toml"))

every_rule = pytest.mark.parametrize("rule", ropa.RULES, ids=lambda rule: rule.name)


def page_of(rule: ropa.Rule) -> Path:
    return REFERENCE / "rules" / f"{rule.code}.md"


@every_rule
def test_a_rule_has_its_page(rule: ropa.Rule) -> None:
    """What `ropa explain` says of it stands there, in each language: title, message and remedy."""
    page = page_of(rule).read_text("utf-8")

    assert page.splitlines()[2] == f"# {rule.code} {rule.name}"
    for language in LANGUAGES:
        words = title(rule, language)
        assert words[0].upper() + words[1:] in page
        for what in ("message", "remedy"):
            assert f"> {said(rule, what, language)}\n" in page
    for part in (rule.duty.value, rule.certainty.value, rule.theme, rule.profile):
        assert f"| {part}" in page or f"| [{part}]" in page


@every_rule
def test_the_examples_of_a_page_do_what_it_says(rule: ropa.Rule) -> None:
    """Both are registers as they stand, and the waiver below them is one as well."""
    flagged, accepted, waiver = (one.text for one in blocks(page_of(rule)) if one.kind == "yaml")

    assert rule.doc.index(flagged.splitlines()[0]) < rule.doc.rindex(accepted.splitlines()[0])
    loads(flagged)
    loads(accepted)
    [held] = loads(f"ropa: 1\n{waiver}").waivers
    assert held.rule == rule.name


def test_the_commands_of_a_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Selecting a rule finds the fault of its example; ignoring it does not."""
    from tests.docs.pages import called

    rule = ropa.explain("processor-without-agreement")
    flagged, command = (next(_of_kind(page_of(rule), kind)) for kind in ("yaml", "sh"))
    (tmp_path / "register.yaml").write_text(flagged.text, "utf-8")
    monkeypatch.chdir(tmp_path)
    first, second = (called(line.split()[1:])[1] for line in command.text.splitlines())

    assert rule.code in first
    assert rule.code not in second


def _of_kind(page: Path, kind: str) -> Iterator[Block]:
    return (one for one in blocks(page) if one.kind == kind)


def test_the_listing_has_every_rule_under_its_theme() -> None:
    """Once each."""
    page = (REFERENCE / "rules.md").read_text("utf-8")
    themes = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    found = {theme.splitlines()[0]: re.findall(r"^\| \[(\w+)\]", theme, re.MULTILINE) for theme in themes}

    assert found == {
        theme: [one.code for one in ropa.RULES if one.theme == theme]
        for theme in {one.theme for one in ropa.RULES}
    }


@pytest.mark.parametrize("file", DATED)
def test_every_row_of_a_table_stands_on_the_page(file: str) -> None:
    """As many rows as the file has, each with its source; those nobody could verify say so."""
    page = (REFERENCE / "tables.md").read_text("utf-8")
    part = page.partition(f"\n## {file.removesuffix('.toml')}\n")[2].partition("\n## ")[0]
    read = tomllib.loads((files("ropa.law") / file).read_text("utf-8"))
    rows = [row for held in read.values() for row in (held if isinstance(held, list) else [held])]

    assert len(re.findall(r"^\| (?!---)", part, re.MULTILINE)) == len(rows) + len(read)
    assert {row["source"] for row in rows} <= set(re.findall(r"^\d+\. (.+)$", part, re.MULTILINE))
    assert len(re.findall(r"\| not verified \|", part)) == sum(row.get("verified") is False for row in rows)
    for row in rows:
        assert str(row.get("from", "")) in part
        assert str(row.get("until", "")) in part


def test_the_matrix_has_every_rule_and_every_field() -> None:
    """A rule under its own provision; a field under the one it answers; the letters of Article 30 whether or not."""
    page = (REFERENCE / "matrix.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| ([^|]+?) \| (.*) \|$", page, re.MULTILINE))

    for rule in ropa.RULES:
        assert f"[{rule.code}](rules/{rule.code}.md)" in rows[citation(rule.article, "en")]
    for card in every_card():
        if card.article:
            assert f"[{card.owner}.{card.key}]" in rows[citation(card.article, "en")]
    for letter in "abcdefg":
        assert f"Article 30(1)({letter})" in rows
    for letter in "abcd":
        assert f"Article 30(2)({letter})" in rows


def test_what_no_rule_rests_on() -> None:
    """An article listed as being without a rule has none; one that a rule rests on is not listed."""
    page = (REFERENCE / "matrix.md").read_text("utf-8")
    listed = set(re.findall(r"^- Article (\d+)", page, re.MULTILINE))
    rested = {one.article.partition("(")[0] for one in ropa.RULES}

    assert listed & rested == set()
    assert {str(number) for number in range(5, 50)} - rested - listed <= {"15", "16", "17", "18", "19", "20"}


def make(docs: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "docs" / "make_reference.py", "--into", docs, *words],
        capture_output=True,
        text=True,
        check=False,
    )


def test_stale_and_superfluous_pages_are_told_and_mended(tmp_path: Path) -> None:
    """`--check` names them and changes nothing; without it the one is written again and the other taken away."""
    docs = tmp_path / "docs"
    for folder in ("reference", "chains", "pictures"):
        shutil.copytree(ROOT / "docs" / folder, docs / folder)
    old, gone, own = (
        docs / "reference" / name for name in ("rules/ROPA002.md", "rules/ROPA999.md", "notes.txt")
    )
    gone.write_text(old.read_text("utf-8"), "utf-8")
    own.write_text("Somebody's own", "utf-8")
    old.write_text(old.read_text("utf-8") + "more\n", "utf-8")
    checked = make(docs, "--check")
    assert checked.returncode == 1
    assert checked.stdout.splitlines() == [
        "docs/reference/rules/ROPA002.md",
        "docs/reference/notes.txt: superfluous",
        "docs/reference/rules/ROPA999.md: superfluous",
    ]
    assert gone.exists()
    assert make(docs).returncode == 0
    assert not gone.exists()
    assert own.exists(), "what was not made here is not taken away"
    assert old.read_text("utf-8") == page_of(ropa.explain("ROPA002")).read_text("utf-8")


def test_of_known_terms_the_page_says_which_field_takes_which() -> None:
    """A register is no activity: `active` and `planned` are not among its statuses."""
    page = (ROOT / "docs/reference/terms.md").read_text("utf-8")
    assert "- `status` (Register): only `draft`, `adopted`, `ended`\n" in page
    assert "- `status` (Activity): these, or free text\n" in page
    [roles] = [line for line in page.splitlines() if line.startswith("- `role` (Flow): only ")]
    assert "`sub-processor`" not in roles
