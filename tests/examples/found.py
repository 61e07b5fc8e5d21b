"""What the rules of one theme find in an example register."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from ropa.formats.native import load
from ropa.rules import RULES, Finding, check

EXAMPLES = Path(__file__).parents[2] / "examples"


def findings(theme: str, name: str, on: date) -> tuple[Finding, ...]:
    """The findings of the rules of that theme, and no other rule asked."""
    rules = [one for one in RULES if one.theme == theme]
    assert rules
    return check(load(EXAMPLES / name / "register.yaml"), on=on, rules=rules).findings


def places(theme: str, name: str, on: date) -> list[tuple[str, str]]:
    """Which rule, and where."""
    return [(one.code, one.where) for one in findings(theme, name, on)]


@cache
def everything(name: str, on: date) -> tuple[Finding, ...]:
    """What all rules find."""
    return check(load(EXAMPLES / name / "register.yaml"), on=on).findings
