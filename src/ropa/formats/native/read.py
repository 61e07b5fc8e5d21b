"""What a reader of text gives: plain data, and everything wrong with the text itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""What is nothing, where it stands without quotes."""


class Refused(Exception):
    """The text cannot be read any further. `line` counts from 1."""

    def __init__(self, line: int, wrong: str, instead: str = "") -> None:
        super().__init__(wrong)
        self.line = line
        self.wrong = wrong
        self.instead = instead


@dataclass(slots=True)
class Reading:
    """Plain data as read, and whether some entry has a key twice: then the lines are looked up."""

    data: Any = None
    twice: bool = False
