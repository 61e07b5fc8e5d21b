"""What a reader of text gives: plain data, and everything wrong with the text itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


class Refused(Exception):
    """The text cannot be read any further. `line` counts from 1."""

    def __init__(self, line: int, wrong: str, instead: str = "") -> None:
        super().__init__(wrong)
        self.line = line
        self.wrong = wrong
        self.instead = instead


@dataclass(slots=True)
class Reading:
    """Plain data as read, with the mistakes that did not stop the reader (line, what is wrong, what to write)."""

    data: Any = None
    mistakes: list[tuple[int, str, str]] = field(default_factory=list)
