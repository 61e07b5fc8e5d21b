"""Findings as workflow commands of GitHub: each an annotation on the line it is about."""

from __future__ import annotations

from collections.abc import Sequence

from ropa.formats.findings.told import Checked, Unread
from ropa.law import Level


def write(all_of_them: Sequence[Checked | Unread]) -> str:
    """One line a finding; waived and known ones are no annotation."""
    return "".join(f"{line}\n" for one in all_of_them for line in _lines(one))


def _lines(one: Checked | Unread) -> list[str]:
    if isinstance(one, Unread):
        return [
            _command("error", each.file or one.name, each.line, "", f"{each.at}: {each.wrong}")
            for each in one.error.problems
        ]
    return [
        _command(
            "notice" if told.finding.level is Level.NOTE else told.finding.level.value,
            told.file,
            told.line,
            f"{told.finding.code} {told.finding.name}",
            told.message,
        )
        for told in one.acted_upon
    ]


def _command(kind: str, file: str, line: int | None, title: str, message: str) -> str:
    about = f"file={_value(file)},line={line or 1}" + (f",title={_value(title)}" if title else "")
    return f"::{kind} {about}::{_escaped(message)}"


def _value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """Everything that could end or begin a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
