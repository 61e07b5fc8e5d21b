"""Asks one rule of a small register: what it finds, and where."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.formats.native import loads
from ropa.rules import Finding, check, explain

ON = date(2026, 11, 21)
BEGINNING = "ropa: 1\nholder: bakery\n"
PARTIES = "parties: [{key: bakery, name: The Bakery}, {key: cafe, name: The Café}, {key: printer}]\n"


def found(name: str, text: str, *, on: date = ON, parties: str = PARTIES) -> tuple[Finding, ...]:
    """What the rule of that name finds in a register of which the beginning is given."""
    return check(loads(f"{BEGINNING}{parties}{text}"), on=on, rules=[explain(name)]).findings


def places(name: str, text: str, **options: Any) -> list[str]:
    """Where it finds something."""
    return [one.where for one in found(name, text, **options)]
