"""How much slower than the bare library: one table, every row a ratio of CPU seconds measured in the same run.

    python benchmarks/run.py [--size 1000] [--only NAME] [--times 3]

Seconds differ from machine to machine and from hour to hour; ratios hardly do. So each piece of work runs in a fresh
interpreter in turn with its floor, the median counts, and what is promised is a ratio. Rows named `x10` do ten times
the work: their ratio is the time taken for it, over ten times the time for the smaller size. Rows of memory say how
many KiB each activity takes of the peak, for the size, five times and ten times as many; their floor is the first.

The programs of others (`pip install typst weasyprint`) are measured where they are installed; else the table says so.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
SOURCE = HERE.parent / "src"
LINEAR = 1.5
"""How much more than ten times the time ten times the work may take."""
FLAT = 1.25
"""How much more memory each activity may take where there are more of them."""
PEERS = {"report_typst": "typst", "report_weasyprint": "weasyprint"}
"""The package that a piece of work needs, which is no part of this project."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One thing that is measured; `floor` is the bare library's part, `promised` the highest ratio to it."""

    name: str
    what: str
    ours: str
    floor: str = ""
    promised: float | None = None
    share: int = 1
    """By what the size is divided, for work that takes long."""
    tenfold: bool = False
    """Whether ten times the work is measured too, to see that time grows no faster than the register."""
    floor_tenfold: bool = False
    memory: bool = False
    """Whether it is memory that is measured, of the size and of five and ten times as much, and no time."""


BENCHMARKS = (
    Benchmark(
        "yaml", "load a YAML file", "load_yaml", "load_yaml_floor", 1.3, tenfold=True, floor_tenfold=True
    ),
    Benchmark(
        "json", "load a JSON file", "load_json", "load_json_floor", 2.2, tenfold=True, floor_tenfold=True
    ),
    Benchmark("import", "import ropa", "import ropa", "from pydantic import BaseModel", 1.5),
    Benchmark(
        "first-use",
        "import ropa, use Register",
        "import ropa; ropa.Register",
        "from pydantic import BaseModel",
    ),
    Benchmark("outline-workbook", "outline of a workbook", "outline_workbook", tenfold=True),
    Benchmark(
        "workbook", "write a workbook", "workbook", "workbook_floor", 1.0, tenfold=True, floor_tenfold=True
    ),
    Benchmark("whole-workbook", "export to .xlsx", "whole_workbook", tenfold=True),
    Benchmark("workbook-memory", "export to .xlsx, KiB each", "whole_workbook", promised=FLAT, memory=True),
    Benchmark("outline-report", "outline of a report", "outline_report", tenfold=True),
    Benchmark("outline-findings", "the same, register checked", "outline_checked", tenfold=True),
    Benchmark("pdf", "write a PDF", "report", "report_floor", 0.33, share=10),
    Benchmark("pdf-typst", "the same, and typst", "report", "report_typst", 1.0, tenfold=True),
    Benchmark("pdf-weasyprint", "the same, and WeasyPrint", "report", "report_weasyprint", 0.1, share=20),
    Benchmark("pdf-tags", "the same, and without tags", "report", "report_untagged", 2.0),
    Benchmark("pdf-numbers", "contents without numbers", "report", "report_unnumbered", 1.1),
    Benchmark("pdf-memory", "write a PDF, KiB each", "report", promised=FLAT, memory=True),
    Benchmark("whole-pdf", "export to .pdf", "whole_report", tenfold=True),
    Benchmark("html", "write the report as HTML", "report_html", tenfold=True),
    Benchmark("html-memory", "the same, KiB each", "report_html", promised=FLAT, memory=True),
    Benchmark("graph", "sharing graph", "graph", "graph_floor", 2.0, tenfold=True, floor_tenfold=True),
    Benchmark("whole-graph", "the same, flows included", "whole_graph", "graph_floor", tenfold=True),
    Benchmark("graph-of-few", "graph of 100 parties", "graph_of_few", "graph_of_few_floor", tenfold=True),
    Benchmark("flows", "flows, closures", "closures", tenfold=True),
    Benchmark("holders", "holders", "holders", "holders_floor", tenfold=True),
    Benchmark("impact-breach", "impact of a breach", "impact_breach", tenfold=True),
    Benchmark("impact-remove", "impact of a removal", "impact_remove", tenfold=True),
    Benchmark("impact-revoke", "impact of a revocation", "impact_revoke", tenfold=True),
    Benchmark("gaps", "gaps", "gaps", tenfold=True),
    Benchmark("gaps-orderly", "gaps, most in order", "gaps_of_few", tenfold=True),
    Benchmark("chain", "chains of all activities", "chains", tenfold=True),
    Benchmark("concentration", "concentration", "concentration", tenfold=True),
    Benchmark("picture", "picture of 40 parties", "picture"),
    Benchmark("check", "check", "check", tenfold=True),
    Benchmark("controller", "30(1) records", "controller_records", tenfold=True),
    Benchmark("processor", "30(2) records", "processor_records", tenfold=True),
    Benchmark("trace", "trace", "trace", tenfold=True),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    what: str
    size: int | None
    ours: float
    floor: float | None
    promised: float | None
    note: str = ""
    """What is said in place of a verdict."""

    @property
    def ratio(self) -> float | None:
        """Ours to the floor; None where there is none."""
        return self.ours / self.floor if self.floor else None

    @property
    def verdict(self) -> str:
        """Whether the promise is kept; empty where there is none."""
        if self.promised is None or self.ratio is None:
            return self.note
        return "ok" if self.ratio <= self.promised else "over"

    def __str__(self) -> str:
        size = "" if self.size is None else f"{self.size:,}"
        numbers = (_said(self.ours, 4), _said(self.floor, 4), _said(self.ratio, 2), _said(self.promised, 2))
        cells = (self.name, self.what, size, *numbers, self.verdict)
        return "| " + " | ".join(f"{cell:{wide}}" for cell, wide in zip(cells, WIDE, strict=True)) + " |"


HEAD = ("name", "what", "activities", "ours", "floor", "ratio", "promised", "")
WIDE = (18, 26, 10, 9, 9, 6, 8, 4)


def _said(number: float | None, digits: int) -> str:
    return "" if number is None else f"{number:.{digits}f}"


def heading() -> str:
    """The two lines above the rows."""
    cells = " | ".join(f"{cell:{wide}}" for cell, wide in zip(HEAD, WIDE, strict=True))
    return f"| {cells} |\n|{'|'.join('-' * (wide + 2) for wide in WIDE)}|"


class Bench:
    """Measures pieces of work on files that are written once."""

    def __init__(self, files: Path, times: int) -> None:
        self.files = files
        self.times = times
        self.write("warm", 1)

    def write(self, name: str, size: int) -> None:
        """Writes a register of that many activities as YAML and as JSON."""
        program = (
            "import sys, ropa; from pathlib import Path; from made import register_data\n"
            "made, path = ropa.Register.of(register_data(int(sys.argv[1]))), Path(sys.argv[2])\n"
            "path.with_suffix('.yaml').write_text(ropa.dumps(made), 'utf-8')\n"
            "path.with_suffix('.json').write_text(ropa.dumps(made, json=True), 'utf-8')"
        )
        if not (self.files / f"{name}.json").exists():
            _run("-c", program, str(size), str(self.files / name))

    def seconds(self, work: Sequence[str], size: int) -> list[float]:
        """The median CPU seconds of pieces of work that take turns, each in a fresh interpreter."""
        if any(one.startswith("load_") for one in work):
            self.write(str(size), size)
        found: list[list[float]] = [[] for _ in work]
        for _ in range(self.times if not _is_import(work[0]) else self.times * 5):
            for held, one in zip(found, work, strict=True):
                held.append(self._once(one, size))
        return [median(one) for one in found]

    def memory(self, work: str, size: int) -> float:
        """The peak of memory of a piece of work in KiB, in an interpreter of its own."""
        return float(_run(str(HERE / "work.py"), work, str(size), str(self.files), "memory"))

    def _once(self, work: str, size: int) -> float:
        if _is_import(work):
            said = _run("-c", f"import time; s = time.process_time(); {work}; print(time.process_time() - s)")
        else:
            said = _run(str(HERE / "work.py"), work, str(size), str(self.files))
        return float(said)


def _is_import(work: str) -> bool:
    return " " in work


def _run(*arguments: str) -> str:
    path = os.pathsep.join(map(str, (SOURCE, HERE)))
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def rows(bench: Bench, one: Benchmark, size: int) -> Iterator[Row]:
    """What one benchmark says: its ratio, and how its time grows."""
    size = max(size // one.share, 1)
    if one.memory:
        yield from memory_rows(bench, one, size)
        return
    shown = None if _is_import(one.ours) else size
    missing = one.floor in PEERS and not find_spec(PEERS[one.floor])
    work = [one.ours, one.floor] if one.floor and not missing else [one.ours]
    ours, *floor = bench.seconds(work, size)
    if missing:
        yield Row(one.name, one.what, shown, ours, None, None, f"{PEERS[one.floor]} is not installed")
    else:
        yield Row(one.name, one.what, shown, ours, floor[0] if floor else None, one.promised)
    if one.tenfold:
        more, *more_floor = bench.seconds(work if one.floor_tenfold else work[:1], size * 10)
        if more_floor:
            yield Row(one.name, one.what, size * 10, more, more_floor[0], one.promised)
        yield Row(f"{one.name} x10", "ten times the work", size * 10, more, ours * 10, LINEAR)


def memory_rows(bench: Bench, one: Benchmark, size: int) -> Iterator[Row]:
    """How much of the peak each activity takes, over what an interpreter takes for one."""
    alone, first = bench.memory(one.ours, 1), 0.0
    for more in (size, size * 5, size * 10):
        each = max(bench.memory(one.ours, more) - alone, 0.0) / more
        yield Row(one.name, one.what, more, each, first or None, one.promised if first else None)
        first = first or each


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(description="CPU seconds as ratios to bare libraries.")
    parser.add_argument(
        "--size", type=int, default=1_000, metavar="N", help="activities (default: %(default)s)"
    )
    parser.add_argument("--only", choices=[one.name for one in BENCHMARKS], action="append", metavar="NAME")
    parser.add_argument(
        "--times", type=int, default=3, metavar="N", help="runs of each (default: %(default)s)"
    )
    asked = parser.parse_args(arguments)
    kept = True
    print(heading(), flush=True)
    with TemporaryDirectory() as files:
        bench = Bench(Path(files), asked.times)
        for one in BENCHMARKS:
            if not asked.only or one.name in asked.only:
                for row in rows(bench, one, asked.size):
                    kept &= row.verdict != "over"
                    print(row, flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
