"""Every rule: its examples are tests, its words are complete, its name is its file."""

from __future__ import annotations

import re
import string
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

import ropa.rules
from ropa.errors import UnknownEntry
from ropa.formats.native import loads
from ropa.glossary import LANGUAGES
from ropa.model import Register
from ropa.rules import RULES, Finding, Rule, check, explain

ON = date(2026, 11, 21)
EXAMPLE = re.compile(r"(Flagged|Accepted):\n\s*```yaml\n(.*?)```", re.DOTALL)
WORDS: dict[str, Any] = {
    name: block
    for file in (files("ropa.glossary") / "rules").iterdir()
    for name, block in tomllib.loads(file.read_text("utf-8"))["rules"].items()
}

ASKED = re.compile(r"# on: (\d{4}-\d\d-\d\d)")
"""The day an example is about, where it is not today: a comment in its fragment."""

every_rule = pytest.mark.parametrize("one", RULES, ids=lambda one: one.name)


def examples(one: Rule) -> list[tuple[str, Register]]:
    """The registers in a rule's docstring, each under its heading."""
    return [(heading, loads(dedent(text))) for heading, text in EXAMPLE.findall(one.doc)]


def day(one: Rule, number: int) -> date:
    """The day on which an example is read."""
    found = ASKED.search(EXAMPLE.findall(one.doc)[number][1])
    return date.fromisoformat(found[1]) if found else ON


def findings(register: Register, *rules: Rule, on: date = ON) -> tuple[Finding, ...]:
    return check(register, on=on, rules=rules or RULES).findings


def gaps(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@every_rule
class TestARule:
    """What holds for every rule there is or will be."""

    def test_has_both_examples_in_order(self, one: Rule) -> None:
        """First what is flagged, then what is accepted."""
        assert [heading for heading, _ in examples(one)] == ["Flagged", "Accepted"]

    def test_flags_the_first_and_accepts_the_second(self, one: Rule) -> None:
        """The rule finds its fault in the one and nothing in the other."""
        (_, flagged), (_, accepted) = examples(one)

        assert {found.name for found in findings(flagged, one, on=day(one, 0))} == {one.name}
        assert findings(accepted, one, on=day(one, 1)) == ()

    def test_code_and_name(self, one: Rule) -> None:
        """A code is ROPA and three digits; the name is the fault, and the file's."""
        assert re.fullmatch(r"ROPA\d{3}", one.code)
        assert one.name == one.finds.__name__.replace("_", "-")
        assert one.finds.__module__.split(".")[-1] == one.finds.__name__
        assert not re.match(r"(check|must|no|has)-", one.name)

    def test_begins_with_a_sentence(self, one: Rule) -> None:
        """The docstring says what the fault is, in a sentence."""
        assert re.match(r"[A-Z].*[.]$", one.doc.splitlines()[0])

    def test_words_are_complete(self, one: Rule) -> None:
        """Title, message and remedy in every language, with the same gaps; some have others for a certain case."""
        block = WORDS[one.name]

        assert {"title", "message", "remedy"} <= set(block)
        assert {what.partition("-")[0] for what in block} <= {"title", "message", "remedy"}
        for words in block.values():
            assert set(words) == set(LANGUAGES)
            assert all(text.strip() == text and text for text in words.values())
            assert len({frozenset(gaps(text)) for text in words.values()}) == 1

    def test_words_ask_only_for_facts_it_gives(self, one: Rule) -> None:
        """No gap stays open, and nothing is printed as the name of something Python."""
        (_, flagged), _ = examples(one)
        for found in findings(flagged, one, on=day(one, 0)):
            asked = set().union(*(gaps(words["en"]) for words in WORDS[one.name].values()))
            assert asked <= {*found.place.facts, "article"}
            for language in LANGUAGES:
                said = f"{found.message(language)} {found.remedy(language)}"
                assert not re.search(r"[{}<>]|None|  ", said)

    def test_never_decides(self, one: Rule) -> None:
        """It says what is not recorded, not what is unlawful, and not what somebody must do."""
        for words in WORDS[one.name].values():
            assert not re.search(r"unlawful|illegal|infring|\bmust\b", words["en"], re.I)

    def test_every_place_can_be_found(self, one: Rule) -> None:
        """A finding points at something in the register, or at the register itself."""
        (_, flagged), _ = examples(one)
        for found in findings(flagged, one, on=day(one, 0)):
            assert found.where == "" or flagged.entry(found.where)


def test_codes_are_unique() -> None:
    """A code and a name stand for one rule."""
    assert len({one.code for one in RULES}) == len({one.name for one in RULES}) == len(RULES)


def test_every_file_is_a_rule() -> None:
    """Each file in a theme's folder holds one rule, and its theme is its folder."""
    here = Path(ropa.rules.__file__).parent
    by_file = {
        (path.parent.name, path.stem.replace("_", "-"))
        for path in here.glob("*/*.py")
        if path.stem != "__init__"
    }

    assert by_file == {(one.theme, one.name) for one in RULES}


def test_no_words_without_a_rule() -> None:
    """The glossary has no block for a rule that is gone."""
    assert set(WORDS) - {"words"} == {one.name for one in RULES}


class TestExplain:
    """A rule by its code or its name."""

    def test_by_code_and_name(self) -> None:
        """Either finds it."""
        assert explain("ROPA046") is explain("transfer-without-ground")

    @pytest.mark.parametrize("word", ["transfer-without-grond", "transfers-without-ground"])
    def test_nearest(self, word: str) -> None:
        """A word that is nearly one is told which."""
        with pytest.raises(UnknownEntry, match="did you mean 'transfer-without-ground'"):
            explain(word)

    def test_nothing_near(self) -> None:
        """A word that is nothing is told so, however long it is."""
        with pytest.raises(UnknownEntry, match="there is no rule") as caught:
            explain("q" * 10_000)
        assert len(str(caught.value)) < 200
