"""A register whose texts try everything, checked: an error, a warning, a note, one waived and one known finding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ropa.errors import FileNotUnderstood
from ropa.formats.findings.told import Checked, Unread, fingerprint
from ropa.formats.native import load, loads
from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules import Place, check, rule

ON = date(2026, 11, 21)
LOUD = 'a|b <img src=x> [c](http://x.example) @d #1 `e` *f* ]]> "g" & \x1b[31m \u202egnp \x00 \ud800 \n::error::x %0A'
"""What may stand in a text of a register, and means something in one medium or another."""

TEXT = """\
ropa: 1
holder: us
parties: [{key: us, name: Us}]
activities:
  - key: wages
    name: Paying wages
  - key: a.b
  - key: orders
    name: Orders
observations: [{at: activities.wages, text: Odd, by: An, on: 2026-01-02, articles: ["5(1)"]}]
waivers: [{rule: HOUSE003, at: activities.orders, reason: "Later, maybe", by: An, until: 2027-01-01}]
"""


def _error(register: Register, on: date) -> list[Place]:
    """Something is missing."""
    return [Place("activities.wages", {"text": LOUD}), Place("activities.orders", {"text": "plain"})]


def _warning(register: Register, on: date) -> list[Place]:
    """Somebody must look."""
    return [Place("", {"text": "all of it"}), Place("activities.wages", {"text": "wages"})]


def _note(register: Register, on: date) -> list[Place]:
    """It would be good."""
    return [Place("activities.orders", {"text": "waived"}), Place("activities.a.b", {"text": "dots"})]


def _quiet(register: Register, on: date) -> list[Place]:
    """Nothing."""
    return []


SAYS = {"en": "Not recorded: {text}.", "nl": "Niet vastgelegd: {text}."}
RULES = (
    rule(
        "HOUSE001", article="30(1)", duty=Duty.SHALL, theme="house", message=SAYS, remedy={"en": "Write it."}
    )(_error),
    rule(
        "HOUSE002", article="6(1)", duty=Duty.SHALL, certainty=Certainty.LIKELY, theme="house", message=SAYS
    )(_warning),
    rule("HOUSE003", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="house", message=SAYS)(_note),
    rule("HOUSE004", article="32", duty=Duty.SHALL, theme="garden", message=SAYS)(_quiet),
)
Makes = Callable[..., Checked]


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Makes:
    """Checks the register, loaded from a file of that name; `known` are numbers of findings that are known."""

    def make(
        name: str = "my register.yaml", language: str = "en", known: tuple[int, ...] | None = None
    ) -> Checked:
        monkeypatch.chdir(tmp_path)
        Path(name).write_text(TEXT, "utf-8")
        register = load(name)
        report = check(register, on=ON, rules=RULES)
        marks = None if known is None else {fingerprint(register, report.findings[one]) for one in known}
        return Checked(name, register, report, language, marks)

    return make


@pytest.fixture
def unread() -> Unread:
    """A register that could not be read."""
    try:
        loads("ropa: 1\nholdr: x\n", name="other.yaml")
    except FileNotUnderstood as error:
        return Unread("other.yaml", error)
    raise AssertionError
