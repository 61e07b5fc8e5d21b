"""What can go wrong for the caller.

RopaError
├── NotUnderstood          a register, or part of one, has the wrong shape (`problems`)
│   └── FileNotUnderstood  the same, with file and lines
├── UnknownFormat          no reader or writer by that name or suffix
├── UnknownLanguage        a language the glossary does not speak
├── UnknownEntry           a key or path that names nothing in the register
├── MissingExtra           an optional library is not installed
└── CouldNotWrite          a file could not be written; what was there before is untouched
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SHOWN = 200
"""How many problems a message shows; all are counted and all are in `problems`."""


class RopaError(Exception):
    """The root of every error this library raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a register's shape: where, what, and what to write instead.

    `at` is the path as a reader would point at it (`activities.payroll.flows.1.role`); `line` counts from 1
    and is None where there is no file; `file` is set where a register is spread over several.
    """

    at: str
    wrong: str
    instead: str = ""
    line: int | None = None
    file: str = ""
    loc: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        place = (
            f"{self.file}:{self.line}: " if self.file and self.line else f"{self.file}: " if self.file else ""
        )
        where = f"{self.at}: " if self.at else ""
        return f"{place}{where}{self.wrong}" + (f"; {self.instead}" if self.instead else "")


class NotUnderstood(RopaError):
    """A register has the wrong shape. `problems` holds every one of them, `total` how many there are."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        self.total = len(self.problems)
        super().__init__(self._message())

    def _message(self) -> str:
        lines = [str(problem) for problem in self.problems[:SHOWN]]
        if self.total > SHOWN:
            lines.append(f"… and {self.total - SHOWN} more ({self.total} problems in all)")
        return "\n".join(lines)

    def __reduce__(self) -> tuple[type[NotUnderstood], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


class FileNotUnderstood(NotUnderstood):
    """A file could not be read as a register: every problem with file, line and the nearest right word."""


class UnknownFormat(RopaError):
    """No format goes by that name or suffix."""


class UnknownLanguage(RopaError):
    """The glossary does not speak that language."""


class UnknownEntry(RopaError):
    """A key or path that names nothing in the register."""


class MissingExtra(RopaError):
    """A library that this needs is not installed; the message says how to install it."""


class CouldNotWrite(RopaError):
    """A file could not be written. What stood there before is untouched."""
