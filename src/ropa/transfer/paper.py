"""The agreements that give a transfer its safeguard: those in force that day, and those that are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from ropa.law import Ground
from ropa.model import Agreement, Hop
from ropa.model.hop import covers
from ropa.transfer.case import Case
from ropa.transfer.verdict import Standing, Verdict

Step = tuple[str, str, str, str]
"""A flow by what tells it from others: its activity, its path and its two ends."""


def in_force(case: Case, ground: Ground) -> Iterator[Agreement]:
    """The agreements of a kind that cover the flow and are in force; agreements are called as the grounds they are."""
    hop = case.transfer.hop
    held = _covering(case, ground, hop.agreements if hop else ())
    return (paper for paper in held if paper.holds(case.on))


def out_of_force(case: Case, ground: Ground) -> Iterator[Verdict]:
    """A verdict for each agreement of a kind that covers the flow and has ended, or has not begun."""
    hop = case.transfer.hop
    for paper in _covering(case, ground, _gone(case).get(_step(hop), ()) if hop else ()):
        ended = _last_day(paper)
        over = ended is not None and ended < case.on
        yield case.verdict(
            Standing.FALLEN,
            "paper-ended" if over else "paper-not-yet",
            ground=ground,
            **called(paper),
            ended=ended or "",
            begins=_first_day(paper) or "",
        )


def called(paper: Agreement) -> dict[str, Any]:
    """The facts by which a verdict names an agreement: its name, or its key where it has none."""
    return {"agreement": paper.name or paper.key, "named": bool(paper.name)}


def _covering(case: Case, ground: Ground, keys: Iterable[str]) -> Iterator[Agreement]:
    hop = case.transfer.hop
    if hop is None:
        return
    ends = (hop.sender, hop.recipient)
    for paper in map(case.register.agreement, keys):
        if paper.kind == ground.value and covers(case.register, paper, ends, hop.activity):
            yield paper


def _step(hop: Hop) -> Step:
    return hop.activity, hop.path, hop.sender, hop.recipient


def _gone(case: Case) -> Mapping[Step, tuple[str, ...]]:
    """The agreements of each flow that are not in force on the day: a flow of a day has only those that are."""
    register, on = case.register, case.on

    def all_of_them() -> Mapping[Step, tuple[str, ...]]:
        out = {paper.key for paper in register.agreements if not paper.holds(on)}
        if not out:
            return {}
        return {
            _step(hop): tuple(key for key in hop.agreements if key in out)
            for hop in register.flows()
            if not out.isdisjoint(hop.agreements)
        }

    found: Mapping[Step, tuple[str, ...]] = register.kept(("ropa.transfer", "out-of-force", on), all_of_them)
    return found


def _first_day(paper: Agreement) -> date | None:
    return max((day for day in (paper.signed, paper.valid_from) if day), default=None)


def _last_day(paper: Agreement) -> date | None:
    return min((day for day in (paper.ends, paper.valid_until) if day), default=None)
