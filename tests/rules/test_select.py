"""Select and ignore: which findings a check is asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ropa.errors import UnknownEntry
from ropa.law import Certainty, Duty, Level
from ropa.model import Register
from ropa.rules import RULES, Finding, Place, Rule, check, rule

ON = date(2026, 11, 21)


def _two(register: Register, on: date) -> list[Place]:
    """Two faults."""
    return [
        Place("activities.a", {"n": 1}),
        Place("activities.b", {"n": 2}, article="30(1)(f)", certainty=Certainty.LIKELY),
    ]


def _one(register: Register, on: date) -> list[Place]:
    """One fault."""
    return [Place("activities.c", {"n": 3})]


def made(code: str, finds: Any, **facts: Any) -> Rule:
    return rule(code, **{"article": "30(1)", "duty": Duty.SHALL, "message": {"en": "{n}"}, **facts})(finds)


TWO = made("HOUSE001", _two, theme="house", profile="art30-strict")
ONE = made(
    "HOUSE002", _one, article="28(3)", duty=Duty.GOOD_PRACTICE, theme="garden", profile="accountability"
)
EMPTY = Register.of({})


def found(select: Any = (), ignore: Any = (), rules: Any = (TWO, ONE)) -> str:
    """The numbers of the faults that are told."""
    report = check(EMPTY, on=ON, rules=rules, select=select, ignore=ignore)
    return "".join(one.message() for one in report.findings)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("HOUSE001", "12"),
        ("house001", "12"),
        (" -two ", "12"),
        ("article:30", "12"),
        ("article:30(1)", "12"),
        ("article:30(1)(f)", "2"),
        ("article:3", ""),
        ("article:28", "3"),
        ("theme:house", "12"),
        ("theme: garden", "3"),
        ("profile:accountability", "3"),
        ("certainty:likely", "2"),
        ("level:error", "1"),
        ("level:warning", "2"),
        ("level:note", "3"),
    ],
)
def test_each_kind_of_word(word: str, meant: str) -> None:
    """Select tells what a word means, ignore what it does not; provision, certainty and level are the finding's own."""
    assert found(select=[word]) == meant
    assert found(ignore=[word]) == "".join(one for one in "123" if one not in meant)


def test_together() -> None:
    """Several words select what any of them means; ignore has the last word."""
    assert found(select=["theme:garden", "level:error"]) == "13"
    assert found(select=["theme:house"], ignore=["certainty:likely"]) == "1"
    assert found(select=["HOUSE001"], ignore=["HOUSE001"]) == ""
    assert found() == "123"


def test_lists_in_a_word() -> None:
    """Words may stand in one text with commas between them, as in the command line."""
    assert found(select="HOUSE001, level:note") == found(select=["HOUSE001,level:note"]) == "123"
    assert found(select="") == found(select=",") == "123"


def test_what_is_not_asked_for_is_not_run() -> None:
    """A rule none of whose findings can be asked for costs nothing."""

    def never(register: Register, on: date) -> list[Place]:
        """Never."""
        raise AssertionError("this rule is not asked for")

    costly = made("HOUSE003", never, theme="garden")
    assert found(select=["theme:house"], rules=(TWO, costly)) == "12"
    assert found(ignore=["HOUSE003"], rules=(TWO, costly)) == "12"
    assert check(EMPTY, on=ON, rules=(TWO, ONE), select=["HOUSE002"]).rules == (ONE,)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("HOUSE01", "'HOUSE001'"),
        ("gardn", "'theme:garden'"),
        ("theme:gardens", "'theme:garden'"),
        ("level:errors", "'level:error'"),
        ("article:xx", "article:30"),
        ("article:130", "article:30"),
    ],
)
def test_a_word_that_means_nothing(word: str, meant: str) -> None:
    """It is told, with the nearest one that does, before any rule is run."""
    with pytest.raises(UnknownEntry) as told:
        found(select=[word])
    assert meant in str(told.value)
    with pytest.raises(UnknownEntry):
        found(ignore=[word])


def test_a_long_word_is_not_repeated() -> None:
    """A message stays short."""
    with pytest.raises(UnknownEntry) as told:
        found(select=["x" * 10_000])
    assert len(str(told.value)) < 200


def test_every_rule_can_be_selected(bakery: Register) -> None:
    """By its code, its name, its theme and its profile; by its level and provision each of its findings."""
    every = check(bakery, on=ON).findings

    def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
        return [(one.code, one.where, one.message()) for one in findings]

    for one in RULES:
        for word in (one.code, one.name, f"theme:{one.theme}", f"profile:{one.profile}"):
            check(EMPTY, on=ON, select=[word])
    levels = [said(check(bakery, on=ON, select=[f"level:{one.value}"]).findings) for one in Level]
    assert sorted(said(every)) == sorted(each for one in levels for each in one)
    for one in every:
        assert said((one,))[0] in said(check(bakery, on=ON, select=[f"article:{one.article}"]).findings)
