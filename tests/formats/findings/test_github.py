"""Findings as annotations: one line each."""

from __future__ import annotations

import re

from tests.formats.findings.conftest import Makes

from ropa.formats.findings.github import write
from ropa.formats.findings.told import Unread

COMMAND = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+,title=[^,:]+::.*")


def test_each_is_a_line(checked: Makes) -> None:
    """Not for the waived and the known; a note is a notice; a text of a register begins no command of its own."""
    lines = write([checked("odd,na:me.yaml", known=(0,))]).split("\n")[:-1]

    assert len(lines) == 4
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert [line.split(" ")[0] for line in lines] == ["::error", "::warning", "::warning", "::notice"]
    assert all("file=odd%2Cna%3Ame.yaml" in line for line in lines)


def test_hostile(checked: Makes) -> None:
    """A line break and a percent sign are escaped."""
    (line,) = (one for one in write([checked()]).split("\n") if "img" in one)

    assert "%0A::error::x %250A" in line


def test_unread(unread: Unread) -> None:
    """What is wrong with a register is an annotation on its line."""
    assert write([unread]).startswith("::error file=other.yaml,line=2::holdr: ")
