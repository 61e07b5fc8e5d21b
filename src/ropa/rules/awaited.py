"""What a finding says to do where the register says itself that something is not yet known."""

from __future__ import annotations

from ropa.model import Absence, Register
from ropa.rules.naming import Fact
from ropa.wording import Wording

AWAITED, OPEN = "awaited", "open"
"""Somebody finds out, or by a day; nobody and no day is recorded."""


def variant(absence: Absence | None) -> str:
    """Which words of a rule fit: its own where nothing is said, or that there is none.

    >>> variant(Absence(unknown="We ask", owner="An")), variant(Absence(unknown="We ask")), variant(Absence())
    ('awaited', 'open', '')
    """
    if absence is None or absence.state != "unknown":
        return ""
    return AWAITED if absence.owner or absence.due else OPEN


def said(register: Register, absence: Absence | None) -> Fact:
    """The absence in words: not yet known, why, who will find out, and by when."""
    return lambda language: Wording(register, language).absent(absence)
