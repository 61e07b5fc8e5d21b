"""Findings as JSON: one answer a register, in the shape that is promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ropa.formats.findings.told import Checked, Told, Unread
from ropa.formats.graph.inert import as_json

SAID_OF_A_PROBLEM = ("at", "wrong", "instead", "file", "line")


def write(all_of_them: Sequence[Checked | Unread]) -> str:
    """The answer for one register, or a list of the answers for several."""
    answers = [answer(one) if isinstance(one, Checked) else problems(one) for one in all_of_them]
    return as_json(answers[0] if len(answers) == 1 else answers, indent=2) + "\n"


def answer(checked: Checked) -> dict[str, Any]:
    """Day, findings with the waived ones, observations and coverage of one register."""
    report = checked.report
    return {
        "on": report.on.isoformat(),
        "register": checked.name,
        "findings": [_finding(checked, one) for one in checked.told],
        "observations": [checked.observed(one) for one in report.observations],
        "coverage": [asdict(one) for one in report.coverage],
    }


def problems(unread: Unread) -> dict[str, Any]:
    """Why a register could not be read."""
    return {
        "register": unread.name,
        "problems": [
            {name: getattr(one, name) for name in SAID_OF_A_PROBLEM} for one in unread.error.problems
        ],
    }


def _finding(checked: Checked, told: Told) -> dict[str, Any]:
    one = told.finding
    found: dict[str, Any] = {
        "code": one.code,
        "name": one.name,
        "of": one.place.of or None,
        "article": one.article,
        "duty": one.duty.value,
        "certainty": one.certainty.value,
        "level": one.level.value,
        "where": one.where,
        "file": told.file,
        "line": told.line,
        "message": told.message,
        "remedy": told.remedy,
        "waived": checked.waived(told.waiver) if told.waiver else None,
    }
    return found if checked.baseline is None else {**found, "known": told.known}
