"""Asks one rule about a small register: where it finds its fault, how loudly, and what it says."""

from __future__ import annotations

from datetime import date
from typing import Any

from ropa.model import Register
from ropa.rules import Finding, check, explain

ON = date(2026, 11, 21)


def asked(name: str, on: date = ON, **facts: Any) -> tuple[Finding, ...]:
    """What a rule finds in a register of the bakery."""
    register = Register.of({"holder": "bakery", "parties": [{"key": "bakery"}], **facts})
    return check(register, on=on, rules=[explain(name)]).findings


def places(name: str, on: date = ON, **facts: Any) -> list[tuple[str, str]]:
    """Where, and at which level."""
    return [(one.where, one.level.value) for one in asked(name, on, **facts)]
