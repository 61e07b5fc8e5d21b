"""Recall and precision of a tool, rule by rule, against the list of answers: all of it plain data.

An answer is a mapping: `file`, the day `on` which it is read, the `findings` (each a `rule` by code or name, and the place
`at`), what may be said `also` of the same fault, and the `decisions` on which transfers rest. A tool answers in the same
form; the list of answers judged against itself is perfect. Where a tool gives no place, the rule alone counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Answer = Mapping[str, Any]
DECISION = "decision"
"""What stands for a rule where the question is on which decision a transfer rests."""


@dataclass(slots=True)
class Score:
    """What a tool made of one rule, with the files in which it went wrong."""

    found: int = 0
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Of the defects that are there, how many it found."""
        return self.found / (self.found + len(self.missed)) if self.found or self.missed else 1.0

    @property
    def precision(self) -> float:
        """Of what it found, how much is there."""
        return self.found / (self.found + len(self.alarms)) if self.found or self.alarms else 1.0


def score(answers: Iterable[Answer], told: Iterable[Answer], names: Mapping[str, str]) -> dict[str, Score]:
    """The score of each rule, the decisions last; `names` are the codes of the rules by name.

    A file the tool says nothing about has no findings. Decisions count where the tool names any.

    >>> answers = [{"file": "a.yaml", "findings": [{"rule": "ROPA001", "at": "parties.a"}]}, {"file": "b.yaml"}]
    >>> told = [{"file": "b.yaml", "findings": [{"rule": "item-missing", "at": ""}]}]
    >>> (found,) = score(answers, told, {"item-missing": "ROPA001"}).values()
    >>> found.recall, found.precision, found.missed, found.alarms
    (0.0, 0.0, ['a.yaml parties.a'], ['b.yaml'])
    """
    by_file = {one["file"]: one for one in told}
    scores: dict[str, Score] = {code: Score() for code in names.values()}
    asks_decisions = any(one.get("decisions") for one in by_file.values())
    for answer in answers:
        said = by_file.get(answer["file"], {})
        _count(scores, answer, _findings(said, names), names)
        if asks_decisions:
            _compare(scores.setdefault(DECISION, Score()), answer, said)
    return scores


def _findings(said: Answer, names: Mapping[str, str], what: str = "findings") -> list[tuple[str, str | None]]:
    """Code and place of each, once; no place where none is given."""
    every = [(names.get(one["rule"], one["rule"]), one.get("at")) for one in said.get(what) or ()]
    return list(dict.fromkeys(every))


def _count(
    scores: dict[str, Score],
    answer: Answer,
    told: Sequence[tuple[str, str | None]],
    names: Mapping[str, str],
) -> None:
    wanted, allowed = _findings(answer, names), _findings(answer, names, "also")
    for code, at in wanted:
        if (code, at) in told or (code, None) in told:
            scores[code].found += 1
        else:
            scores[code].missed.append(_place(answer, at))
    for code, at in told:
        if not any(code == one and at in (None, place) for one, place in (*wanted, *allowed)):
            scores.setdefault(code, Score()).alarms.append(_place(answer, at))


def _compare(mine: Score, answer: Answer, said: Answer) -> None:
    """The decisions: each is named, and no other."""
    told = {(one["at"], one["decision"]) for one in said.get("decisions") or ()}
    for one in answer.get("decisions") or ():
        right = (one["at"], one["decision"])
        if right in told:
            mine.found += 1
        else:
            mine.missed.append(_place(answer, one["at"]))
        mine.alarms += [
            _place(answer, at) for at, number in sorted(told) if at == right[0] and number != right[1]
        ]


def _place(answer: Answer, at: str | None) -> str:
    return f"{answer['file']} {at}".rstrip() if at else str(answer["file"])


def table(scores: Mapping[str, Score], named: Mapping[str, str]) -> list[str]:
    """The lines of the table: a rule each, then all of them, then where it went wrong."""
    lines = [
        "| rule     | name                                               | recall | precision | defects | missed | false alarms |",
        "|----------|----------------------------------------------------|--------|-----------|---------|--------|--------------|",
    ]
    whole = Score()
    for code, one in scores.items():
        whole.found += one.found
        whole.missed += one.missed
        whole.alarms += one.alarms
        lines.append(_row(code, named.get(code, ""), one))
    lines.append(_row("total", "", whole))
    for code, one in scores.items():
        lines += [f"missed: {code} in {place}" for place in one.missed]
        lines += [f"false alarm: {code} in {place}" for place in one.alarms]
    return lines


def _row(code: str, name: str, one: Score) -> str:
    counts = (one.found + len(one.missed), len(one.missed), len(one.alarms))
    return (
        f"| {code:8} | {name:50} | {one.recall:6.2f} | {one.precision:9.2f} "
        f"| {counts[0]:7} | {counts[1]:6} | {counts[2]:12} |"
    )
