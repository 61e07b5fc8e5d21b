"""Where a register came from, so that a finding can be shown with its file and line."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from ropa.formats.native.document import mark_of
from ropa.formats.native.lines import Lines, lines_of
from ropa.model import Register
from ropa.model.spot import loc_of

_KEPT = "_origin"
"""Where a register keeps its origin: beside its fields, so that it has no part in what the register equals."""

Loc = tuple[str | int, ...]


@dataclass(slots=True)
class Homes:
    """Which of several files holds each list entry and each single field."""

    lists: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """For each list: at which entry each file begins, and the number of the file."""
    single: dict[str, int] = field(default_factory=dict)

    def home(self, loc: Loc) -> tuple[int, Loc]:
        """The number of the file that holds a place, and the place within it."""
        if not loc:
            return 0, loc
        name = str(loc[0])
        starts = self.lists.get(name)
        if starts is None:
            return self.single.get(name, 0), loc
        if len(loc) == 1 or not isinstance(loc[1], int):
            return starts[0][1], loc
        start, number = starts[bisect_right(starts, loc[1], key=lambda one: one[0]) - 1]
        return number, (name, loc[1] - start, *loc[2:])


@dataclass(slots=True)
class Source:
    """A file a register was read from, with what tells whether it is still the same."""

    name: str
    path: Path
    json: bool
    stamp: tuple[int, int] | None

    def lines(self) -> Lines | None:
        """The lines of the file, read again; None where it has changed since."""
        if self.stamp is None or self.stamp != stamp_of(self.path):
            return None
        try:
            data = self.path.read_bytes()
            mark, encoding = mark_of(data)
            return lines_of(data[len(mark) :].decode(encoding), json=self.json)
        except (OSError, UnicodeDecodeError):
            return None


def stamp_of(path: Path) -> tuple[int, int] | None:
    """What changes when a file does."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # ValueError: a character that no file name may have; reading tells
        return None
    return found.st_mtime_ns, found.st_size


@dataclass(slots=True)
class Origin:
    """The files a register was read from. Lines are looked up when they are asked for, and only then."""

    sources: tuple[Source, ...]
    homes: Homes
    register: Register | None = field(default=None, repr=False, compare=False)
    _lines: dict[int, Lines | None] = field(default_factory=dict, repr=False, compare=False)

    def place(self, path: str) -> tuple[str, int] | None:
        """File and line of a path (`activities.payroll.flows.loonwijzer`); of what should hold it where it is not there.

        None where the file is no longer what was read.
        """
        if self.register is None:
            return None
        number, loc = self.homes.home(loc_of(self.register, path))
        source = self.sources[number]
        if number not in self._lines:
            self._lines[number] = source.lines()
        lines = self._lines[number]
        return None if lines is None else (source.name, lines.line_of(loc))


def remember(register: Register, origin: Origin) -> Register:
    """The same register, which from now on knows where it came from."""
    register.__dict__[_KEPT] = origin
    return register


def origin_of(register: Register) -> Origin | None:
    """Where a register was read from; None where it was made or changed in Python."""
    origin: Origin | None = register.__dict__.get(_KEPT)
    if origin is not None:
        origin = Origin(origin.sources, origin.homes, register, origin._lines)
    return origin
