"""What a check costs beside reading the register, for all rules: time, memory, growth and a day, as ratios.

    python benchmarks/checking.py [--size 10000] [--times 3] [--kind plain] [--slowest 15]

Two kinds of registers of `made.py`: *plain* ones with three flows an activity, and *chains* of as many flows in a
tenth of the activities. Each measurement is taken in an interpreter of its own, in CPU seconds; the median counts.

check       all rules, to reading the same register from JSON
x10         ten times the register, to ten times the seconds for it
memory      the peak after reading and checking, to the peak after reading; what an interpreter with the rules takes by
            itself is taken off both
dates       a register in which every activity, purpose, category and flow has a first and a last day, to one without
another day the same register looked at on a second day, to the first

Ends with 1 where a ratio is over what is promised.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src"
ON, ANOTHER = date(2026, 11, 21), date(2026, 11, 20)
KINDS = ("plain", "chains")
DATED = ("purposes", "data_subjects", "personal_data", "flows", "retention")
DAYS = {"valid_from": "2001-01-01", "valid_until": "2099-12-31"}
"""Days that leave everything as it is: what differs is what it costs to look at them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    kind: str
    ours: float
    floor: float
    promised: float

    @property
    def ratio(self) -> float:
        """Ours to the floor."""
        return self.ours / self.floor

    @property
    def kept(self) -> bool:
        """Whether the ratio is no higher than promised."""
        return self.ratio <= self.promised

    def __str__(self) -> str:
        said = "ok" if self.kept else "over"
        numbers = f"{self.ours:9.3f} | {self.floor:9.3f} | {self.ratio:6.2f} | {self.promised:8.2f}"
        return f"| {self.name:12} | {self.kind:6} | {numbers} | {said:4} |"


HEAD = """\
| what         | kind   | ours      | floor     | ratio  | promised |      |
|--------------|--------|-----------|-----------|--------|----------|------|"""


def data(kind: str, size: int, *, dated: bool = False) -> dict[str, Any]:
    """Plain data of a register of one kind, with three flows for each activity of a plain one of that size.

    >>> len(data("plain", 20)["activities"]), len(data("chains", 20)["activities"])
    (20, 2)
    >>> data("plain", 1, dated=True)["activities"][0]["flows"][0]["valid_until"]
    '2099-12-31'
    """
    from made import register_data, sharing_data

    made = register_data(size) if kind == "plain" else sharing_data(max(size // 10, 1))
    if dated:
        made["activities"] = [_dated(one) for one in made["activities"]]
    return made


def _dated(activity: dict[str, Any]) -> dict[str, Any]:
    """An activity with a first and a last day, and so for what is said in it."""
    found = {**activity, **DAYS}
    for name in DATED:
        found[name] = [
            {**({"kind": one} if isinstance(one, str) else one), **DAYS} for one in found.get(name, ())
        ]
    return found


def ready(kind: str, size: int, *, dated: bool = False) -> tuple[Any, str]:
    """The library with all that is read once, and a register of that kind as JSON."""
    import ropa

    text = json.dumps(data(kind, size, dated=dated))
    small = ropa.loads(json.dumps(data(kind, 10, dated=dated)))
    ropa.check(small, on=ON)
    return ropa, text


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds of a piece of work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def load(kind: str, size: int) -> float:
    """Reading it from JSON."""
    ropa, text = ready(kind, size)
    return seconds(lambda: ropa.loads(text))


def check(kind: str, size: int) -> float:
    """All rules."""
    ropa, text = ready(kind, size)
    register = ropa.loads(text)
    return seconds(lambda: ropa.check(register, on=ON))


def with_days(kind: str, size: int) -> float:
    """All rules, where every entry has days."""
    ropa, text = ready(kind, size, dated=True)
    register = ropa.loads(text)
    return seconds(lambda: ropa.check(register, on=ON))


def again(kind: str, size: int) -> float:
    """All rules, on a second day."""
    ropa, text = ready(kind, size)
    register = ropa.loads(text)
    ropa.check(register, on=ON)
    return seconds(lambda: ropa.check(register, on=ANOTHER))


def memory(kind: str, size: int, checks: int) -> float:
    """The peak of memory after reading, and after as many checks as that; size 0: of an interpreter with the rules."""
    ropa, text = ready(kind, max(size, 1))
    if size:
        register = ropa.loads(text)
        del text
        for _ in range(checks):
            ropa.check(register, on=ON)
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def slowest(kind: str, size: int, most: int) -> list[tuple[str, str, float, int]]:
    """The rules that take longest, each with its share of all and how many faults it finds.

    What several rules look at is worked out for the first of them, and counted there.
    """
    ropa, text = ready(kind, size)
    register = ropa.loads(text)
    found = []
    for rule in ropa.RULES:
        start = time.process_time()
        places = sum(1 for _ in rule(register, ON))
        found.append((time.process_time() - start, rule, places))
    whole = sum(spent for spent, _, _ in found)
    found.sort(key=lambda one: -one[0])
    return [(rule.code, rule.name, spent / whole, places) for spent, rule, places in found[:most]]


class Bench:
    """Takes measurements, each in a fresh interpreter."""

    def __init__(self, kind: str, size: int, times: int) -> None:
        self.kind = kind
        self.size = size
        self.times = times

    def rows(self) -> Iterator[Row]:
        """What is promised of a check, and how it is kept."""
        loading, checking = self._turns(("load", self.size), ("check", self.size))
        yield Row("check", self.kind, checking, loading, 8)
        tenth, whole = self._turns(("check", self.size // 10), ("check", self.size))
        yield Row("x10", self.kind, whole, tenth * 10, 1.5)
        before, read, checked = self._turns(
            ("memory", 0, 0), ("memory", self.size, 0), ("memory", self.size, 1)
        )
        yield Row("memory", self.kind, (checked - before) / 1024, (read - before) / 1024, 2)
        plain, days, second = self._turns(
            ("check", self.size), ("with_days", self.size), ("again", self.size)
        )
        yield Row("dates", self.kind, days, plain, 1.05)
        yield Row("another day", self.kind, second, plain, 1.05)

    def slowest(self, most: int) -> Iterator[str]:
        """The rules that take longest, as lines."""
        for code, name, share, places in self._asked("slowest", self.size, most):
            yield f"{code} {name:40} {share:6.1%} {places:7}"

    def _turns(self, *work: tuple[Any, ...]) -> list[float]:
        """The median of pieces of work that take turns: what the machine does besides, it does to all."""
        found: list[list[float]] = [[] for _ in work]
        for _ in range(self.times):
            for held, one in zip(found, work, strict=True):
                held.append(self._asked(*one))
        return [median(one) for one in found]

    def _asked(self, name: str, *arguments: int) -> Any:
        program = f"import json, checking; print(json.dumps(checking.{name}{(self.kind, *arguments)!r}))"
        path = os.pathsep.join(map(str, (SOURCE, HERE)))
        environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
        said = subprocess.run(
            [sys.executable, "-c", program], env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        return json.loads(said.stdout)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(description="What a check costs, as ratios.")
    parser.add_argument(
        "--size", type=int, default=10_000, metavar="N", help="activities, with three flows each"
    )
    parser.add_argument(
        "--times", type=int, default=3, metavar="N", help="runs of each (default: %(default)s)"
    )
    parser.add_argument("--kind", choices=KINDS, action="append", help="only registers of this kind")
    parser.add_argument("--slowest", type=int, default=15, metavar="N", help="how many rules to list")
    asked = parser.parse_args(arguments)
    kept = True
    kinds = [Bench(kind, asked.size, asked.times) for kind in asked.kind or KINDS]
    print(HEAD, flush=True)
    for bench in kinds:
        for row in bench.rows():
            kept &= row.kept
            print(row, flush=True)
    for bench in kinds if asked.slowest else ():
        print(f"\nThe rules that take longest, {bench.kind}:", flush=True)
        for line in bench.slowest(asked.slowest):
            print(line)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
