"""Does the check find every defect that was planted, and nothing where there is none? One row a rule, by its own examples.

    python benchmarks/defects.py [--on 2026-11-21] [--sizes 3,30,300] [--rule CODE] [--out DIR]

Three kinds of registers, of which the answer is known:

clean     complete registers of any size, made of `clean.yaml`: no rule may find an error or a warning there.
defect    the register in a rule's docstring that is *flagged*: the rule must find its fault there (recall).
sound     the one that is *accepted*: the rule must find nothing there (precision). Other rules rightly have something to
          say of so small a register; how often is listed, for a person to read, and fails nothing.

An example may name its day in a comment (`# on: 2020-07-15`); all others are looked at on `--on`.

Each flagged and each accepted register is also planted in a clean one, among its activities and with its holder: what a
rule says of a whole register cannot show there, so this is counted and listed, and fails nothing.

`--out DIR` writes every register as a plain file with `answers.json`, so that other programs can be asked the same.
Ends with 1 where recall is below 1.00, or at a false alarm.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import ropa
from ropa.model import Register
from ropa.model.part import Keyed
from ropa.unite.rewrite import Rewriter

CLEAN = Path(__file__).with_name("clean.yaml")
EXAMPLE = re.compile(r"(Flagged|Accepted):\n\s*```yaml\n(.*?)```", re.DOTALL)
PLACES = ("north", "south", "east", "west", "harbour", "market", "station", "bridge", "tower", "garden")
DAY = re.compile(r"^\s*# on: (\d{4}-\d\d-\d\d)\s*$", re.MULTILINE)
QUIET = (ropa.Level.NOTE,)
"""Levels at which a rule may speak in a clean register."""
LISTS = (
    "parties",
    "agreements",
    "systems",
    "measures",
    "interests",
    "general",
    "activities",
    "notices",
    "observations",
    "waivers",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A register and what is known of it: the rule it is about, and whether its fault is there."""

    name: str
    register: Register
    rule: ropa.Rule | None
    faulty: bool
    planted: bool = False
    on: date | None = None
    """The day the example names."""


@dataclass(slots=True)
class Score:
    """What a rule made of its cases."""

    rule: ropa.Rule
    found: int = 0
    missed: int = 0
    alarms: list[str] = field(default_factory=list)
    """Registers without its fault in which it spoke, and counts against it."""
    planted: bool = False
    """Whether the fault also shows among the activities of a clean register, and its absence too."""

    @property
    def recall(self) -> float:
        """Of the faults that are there, how many it found."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def precision(self) -> float:
        """Of the registers in which it spoke, in how many its fault is there."""
        return self.found / (self.found + len(self.alarms)) if self.found + len(self.alarms) else 1.0


def clean(activities: int) -> Register:
    """A complete register of that many activities: those of `clean.yaml` in turn, each for a place of its own.

    >>> len(clean(30).activities)
    30
    """
    told = ropa.load(CLEAN)
    kinds = told.activities
    made = [_for_place(kinds[number % len(kinds)], number // len(kinds)) for number in range(activities)]
    return told.model_copy(update={"activities": made})


def _for_place(activity: Any, number: int) -> Any:
    """The same activity once more, for another place: its name, description and purposes say which."""
    if number == 0:
        return activity
    place = " and ".join(PLACES[int(digit)] for digit in str(number))
    purposes = tuple(
        one.model_copy(update={"text": f"{one.text} at the mill in the {place}"}) for one in activity.purposes
    )
    return activity.model_copy(
        update={
            "key": f"{activity.key}-{number}",
            "name": f"{activity.name}, {place}",
            "description": f"{activity.description} This is for the mill in the {place}.",
            "purposes": purposes,
        }
    )


def planted(example: Register, into: Register) -> Register:
    """The register of an example among the activities of a clean one: its holder is the clean one's, its keys its own."""
    keys = {
        noun: {one.key: f"planted-{one.key}" for one in getattr(example, name) if isinstance(one, Keyed)}
        for name in LISTS
        for noun in [_noun(example, name)]
        if noun
    }
    if example.holder:
        keys.setdefault("party", {})[example.holder] = into.holder or ""
    write = Rewriter(example, keys, into.language)
    changed = {}
    for name in LISTS:
        new = [write.entry(one) for one in getattr(example, name)]
        own = {one.key: one for one in new if isinstance(one, Keyed)}
        held = [_over(one, own.pop(getattr(one, "key", ""), None)) for one in getattr(into, name)]
        changed[name] = [*held, *(one for one in new if not isinstance(one, Keyed) or one.key in own)]
    return into.model_copy(update=changed)


def _over(one: Any, other: Any) -> Any:
    """An entry with what another says in place of it."""
    said = {} if other is None else {name: getattr(other, name) for name in other.model_fields_set}
    return one.model_copy(update=said) if said else one


def _noun(register: Register, name: str) -> str | None:
    held = getattr(register, name)
    return held[0].noun if held and isinstance(held[0], Keyed) else None


def cases(rules: Sequence[ropa.Rule], sizes: Sequence[int]) -> Iterator[Case]:
    """Every register with its answer."""
    for size in sizes:
        yield Case(f"clean-{size}", clean(size), None, False)
    ground = clean(3)
    for rule in rules:
        for heading, text in EXAMPLE.findall(rule.doc):
            example = ropa.loads(dedent(text))
            faulty = heading == "Flagged"
            name = f"{rule.name}-{'defect' if faulty else 'sound'}"
            said = DAY.search(text)
            day = date.fromisoformat(said[1]) if said else None
            yield Case(name, example, rule, faulty, on=day)
            try:
                whole = planted(example, ground)
            except ropa.NotUnderstood:
                continue  # two entries of one kind that a register holds only once
            yield Case(f"{name}-planted", whole, rule, faulty, planted=True, on=day)


def judge(
    rules: Sequence[ropa.Rule], every: Sequence[Case], on: date
) -> tuple[dict[str, Score], dict[str, list[str]], dict[str, list[Any]]]:
    """The score of each rule, in which sound registers of others it spoke, and every finding by register."""
    scores = {rule.code: Score(rule) for rule in rules}
    beside: dict[str, list[str]] = {}
    answers: dict[str, list[Any]] = {}
    shows: dict[tuple[str, bool], bool] = {}
    for case in every:
        found = ropa.check(case.register, on=case.on or on, rules=rules).findings
        answers[case.name] = [{"code": one.code, "where": one.where} for one in found]
        if case.rule is None:
            for one in found:
                if one.level not in QUIET:
                    scores[one.code].alarms.append(case.name)
            continue
        spoke = {one.code for one in found}
        if case.planted:
            shows[case.rule.code, case.faulty] = case.rule.code in spoke
            continue
        _count(scores[case.rule.code], case, case.rule.code in spoke)
        for code in spoke - {case.rule.code} if not case.faulty else ():
            beside.setdefault(code, []).append(case.rule.name)
    for code, score in scores.items():
        score.planted = shows.get((code, True), False) and not shows.get((code, False), True)
    return scores, beside, answers


def _count(score: Score, case: Case, spoke: bool) -> None:
    """What a rule made of its own example."""
    if case.faulty:
        score.found += spoke
        score.missed += not spoke
    elif spoke:
        score.alarms.append(case.name)


def write(folder: Path, every: Sequence[Case], answers: dict[str, list[Any]], on: date) -> None:
    """Every register as a plain file, and the list of answers."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for case in every:
        file = f"{case.name}.yaml"
        (folder / file).write_text(ropa.dumps(case.register), "utf-8")
        asked = (
            {"code": case.rule.code, "name": case.rule.name, "article": case.rule.article}
            if case.rule
            else None
        )
        where = [one["where"] for one in answers[case.name] if case.rule and one["code"] == case.rule.code]
        day = (case.on or on).isoformat()
        known = {"file": file, "on": day, "rule": asked, "faulty": case.faulty, "planted": case.planted}
        rows.append({**known, "where": where})
    (folder / "answers.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where a defect is missed or something is found where nothing is."""
    parser = argparse.ArgumentParser(description="Recall and precision of every rule.")
    parser.add_argument("--on", type=date.fromisoformat, default=date(2026, 11, 21), metavar="DATE")
    parser.add_argument(
        "--sizes", default="3,30,300", metavar="N,N", help="activities of the clean registers"
    )
    parser.add_argument("--rule", action="append", metavar="CODE", help="only these rules (code or name)")
    parser.add_argument("--out", type=Path, metavar="DIR", help="write the registers and their answers")
    asked = parser.parse_args(arguments)
    rules = [ropa.explain(word) for word in asked.rule] if asked.rule else list(ropa.RULES)
    every = list(cases(rules, [int(size) for size in asked.sizes.split(",")]))
    scores, beside, answers = judge(rules, every, asked.on)
    if asked.out:
        write(asked.out, every, answers, asked.on)
    return _told(scores, beside, len(every))


def _told(scores: dict[str, Score], beside: dict[str, list[str]], registers: int) -> int:
    print(
        "| code    | rule                                               | recall | precision | planted | false alarms in"
    )
    print(
        "|---------|----------------------------------------------------|--------|-----------|---------|----------------"
    )
    for score in scores.values():
        name, there = score.rule.name, "yes" if score.planted else "-"
        alarms = ", ".join(dict.fromkeys(score.alarms))
        print(
            f"| {score.rule.code} | {name:50} | {score.recall:6.2f} | {score.precision:9.2f} | {there:7} | {alarms}"
        )
    if beside:
        print("\nSpoke in the sound register of so many other rules:")
        for code, names in sorted(beside.items()):
            print(f"{code} {scores[code].rule.name}: {len(names)}")
    missed = sum(score.recall < 1 for score in scores.values())
    alarms = sum(bool(score.alarms) for score in scores.values())
    shown = sum(score.planted for score in scores.values())
    print(
        f"\n{registers} registers, {len(scores)} rules: {missed} miss a defect, {alarms} raise a false alarm, {shown} also show planted"
    )
    return 1 if missed or alarms else 0


if __name__ == "__main__":
    sys.exit(main())
