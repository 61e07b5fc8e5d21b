"""Does the check find every defect that was planted, and nothing where there is none? One row a rule.

    python benchmarks/defects.py [--seed 1] [--rule CODE]
    python benchmarks/defects.py --write DIR
    python benchmarks/defects.py --judge FILE

Registers of nine kinds in four languages, complete and clean (`clean.py`); in each of the others one known defect is
planted (`planting.py`), or it is read on the days before and after the law changes. What must be found stands beside the
defect, in plain files under `defects/`; anything else that is found is a false alarm, a note too.

`--write` leaves the registers as plain files with `answers.json`, so that other programs can be asked the same; `--judge`
scores what such a program answered, in the same form. Ends with 1 below a recall of 1.00, or at a false alarm.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from planting import Case, cases
from scoring import DECISION, Answer, score, table

import ropa

ON = date(2026, 11, 21)
"""The day on which registers are read, where their case names no other."""
NAMES = {rule.name: rule.code for rule in ropa.RULES}


def answer(case: Case) -> Answer:
    """What must be found in a register, and nothing else."""
    return {
        "file": f"{case.name}.yaml",
        "on": case.on.isoformat(),
        "kind": case.kind,
        "language": case.language,
        "findings": [_named(code, at) for code, at in case.expected],
        "also": [{**_named(one["rule"], one["at"]), "why": one["why"]} for one in case.also],
        "decisions": [{"at": at, "decision": number} for at, number in case.decisions.items()],
    }


def _named(code: str, at: str) -> Answer:
    rule = ropa.explain(code)
    return {"rule": code, "name": rule.name, "article": rule.article, "at": at}


def ours(case: Case, rules: Sequence[ropa.Rule] = ropa.RULES) -> Answer:
    """What this library says of a register."""
    register = ropa.Register(**case.data)
    report = ropa.check(register, on=case.on, rules=rules)
    rests = [
        {"at": one.transfer.path, "decision": number}
        for one in (ropa.judged(register, on=case.on) if case.decisions else ())
        for number in one.relies_on
    ]
    return {
        "file": f"{case.name}.yaml",
        "findings": [{"rule": one.code, "at": one.where} for one in report.findings],
        "decisions": rests,
    }


def write(folder: Path, every: Iterable[Case]) -> None:
    """Every register as a plain file, and the list of answers."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for case in every:
        text = yaml.dump(case.data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
        (folder / f"{case.name}.yaml").write_text(text, "utf-8")
        rows.append(answer(case))
    (folder / "answers.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Without anchors: plain enough for every reader."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where a defect is missed or something is found where nothing is."""
    parser = argparse.ArgumentParser(description="Recall and precision of every rule.")
    parser.add_argument("--seed", type=int, default=1, help="which registers are made")
    parser.add_argument("--rule", action="append", metavar="CODE", help="only the defects of these rules")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write the registers and answers.json")
    parser.add_argument("--judge", type=Path, metavar="FILE", help="score what another program answered")
    asked = parser.parse_args(arguments)
    every = list(_asked_for(cases(ON, asked.seed), asked.rule or ()))
    if asked.write:
        write(asked.write, every)
        print(f"{len(every)} registers and answers.json in {asked.write}")
        return 0
    told = json.loads(asked.judge.read_text("utf-8")) if asked.judge else [ours(case) for case in every]
    return _told([answer(case) for case in every], told)


def _asked_for(every: Iterable[Case], words: Iterable[str]) -> Iterable[Case]:
    codes = {ropa.explain(word).code for word in words}
    return (case for case in every if not codes or codes & {code for code, _ in case.expected})


def _told(answers: Sequence[Answer], told: Sequence[Answer]) -> int:
    scores = score(answers, told, NAMES)
    named = {code: name for name, code in NAMES.items()}
    print(*table(scores, {**named, DECISION: "the decision a transfer rests on"}), sep="\n")
    wrong = [code for code, one in scores.items() if one.missed or one.alarms]
    print(f"{len(answers)} registers, {len(NAMES)} rules: {len(wrong)} miss a defect or raise a false alarm")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
