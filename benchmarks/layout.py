"""How many lines cross: the layout of the picture beside Graphviz `dot` and graphlay, where they are installed.

    python benchmarks/layout.py [--seeds 5]

Every engine gets the same nodes, the same edges and room for the same labels, and lays them out from left to right.
Crossings are counted on the drawn lines, alike for all: pairs of lines that truly cut each other, apart from the
ends that two lines share. Seconds are CPU seconds of one run, and of `dot` those of the program.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from ropa.drawing.layout import layout

Point = tuple[float, float]
Line = list[Point]
NODE = (120.0, 44.0)
LABEL = (90.0, 20.0)
INCH = 72.0


@dataclass(frozen=True, slots=True)
class Case:
    """A graph to lay out."""

    name: str
    nodes: int
    edges: tuple[tuple[int, int], ...]


def chain() -> Case:
    """People, a controller, its processors, and theirs: forty nodes, fifty edges, with diamonds and two ways back."""
    edges = [(0, 3), (1, 3), (2, 3), (0, 4), *((3, node) for node in range(5, 15)), (4, 9), (4, 13)]
    edges += [(5 + at % 10, 15 + at) for at in range(15)]
    edges += [(15 + 2 * at % 15, 30 + at) for at in range(10)]
    edges += [(6, 16), (8, 30), (12, 39), (5, 22), (19, 33), (24, 36), (29, 39), (7, 34), (31, 5)]
    return Case("chain of 40", 40, tuple(dict.fromkeys(edges)))


def made_up(nodes: int, seed: int) -> Case:
    """Each node gets its data from one that came shortly before, and a quarter as many flows go anywhere."""
    state = seed * 7919 + 17

    def any_of(count: int) -> int:
        nonlocal state
        state = (state * 1103515245 + 12345) % (1 << 31)
        return (state >> 8) % count

    edges = [(max(0, node - 1 - any_of(min(node, 12))), node) for node in range(1, nodes)]
    while len(edges) < nodes + nodes // 4:
        one, other = sorted((any_of(nodes), any_of(nodes)))
        if one != other and (one, other) not in edges:
            edges.append((one, other))
    return Case(f"made up of {nodes}", nodes, tuple(edges))


def ours(case: Case) -> list[Line]:
    """The layout of the picture."""
    made = layout([NODE] * case.nodes, case.edges, [LABEL] * len(case.edges))
    return [list(_sampled(route)) for route in made.routes]


def dot(case: Case) -> list[Line]:
    """Graphviz, with its curves."""
    lines = ["digraph { rankdir=LR; node [shape=box fixedsize=true]; edge [label=x];"]
    wide, high = NODE
    lines += [f'{node} [width={wide / INCH} height={high / INCH} label=""];' for node in range(case.nodes)]
    label = f'<<table border="0" fixedsize="true" width="{LABEL[0]:.0f}" height="{LABEL[1]:.0f}"><tr><td></td></tr></table>>'
    lines += [f"{one} -> {other} [label={label} id={at}];" for at, (one, other) in enumerate(case.edges)]
    run = subprocess.run(
        ["dot", "-Tjson"], input="\n".join([*lines, "}"]), capture_output=True, text=True, check=True
    )
    found: dict[int, Line] = {}
    for edge in json.loads(run.stdout)["edges"]:
        (spline,) = [part for part in edge["_draw_"] if part["op"] == "b"]
        found[int(edge["id"])] = list(_sampled([(x, y) for x, y in spline["points"]]))
    return [found[at] for at in range(len(case.edges))]


def graphlay(case: Case) -> list[Line]:
    """The engine of that name, with the lines it draws by default."""
    import graphlay as engine  # type: ignore[import-not-found]  # measured where it is installed, never needed

    graph = engine.Graph()
    for node in range(case.nodes):
        graph.node(node, width=NODE[0], height=NODE[1])
    for one, other in case.edges:
        graph.edge(one, other, label_size=LABEL)
    return [[(point["x"], point["y"]) for point in edge["points"]] for edge in engine.layout(graph).edges]


def _sampled(route: Iterable[Point], steps: int = 10) -> Iterator[Point]:
    points = list(route)
    yield points[0]
    for at in range(0, len(points) - 1, 3):
        a, b, c, d = points[at : at + 4]
        for step in range(1, steps + 1):
            t = step / steps
            u = 1 - t
            weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
            x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
            yield x, y


def crossings(lines: list[Line], cell: float = 60.0) -> int:
    """How often the drawn lines cut each other, looked for square by square."""
    squares: dict[tuple[int, int], list[tuple[int, Point, Point]]] = defaultdict(list)
    for number, line in enumerate(lines):
        for a, b in pairwise(line):
            for across in range(int(min(a[0], b[0]) // cell), int(max(a[0], b[0]) // cell) + 1):
                for down in range(int(min(a[1], b[1]) // cell), int(max(a[1], b[1]) // cell) + 1):
                    squares[across, down].append((number, a, b))
    found: set[tuple[int, Point, int, Point]] = set()
    for pieces in squares.values():
        for at, (one, a, b) in enumerate(pieces):
            for other, c, d in pieces[at + 1 :]:
                if one != other and _cut(a, b, c, d):
                    found.add((one, a, other, c) if one < other else (other, c, one, a))
    return len(found)


def _cut(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two straight pieces cut each other between their ends; where a corner touches, once."""

    def side(p: Point, q: Point, r: Point) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 1e-7

    return side(a, b, c) != side(a, b, d) and side(c, d, a) != side(c, d, b)


def engines() -> dict[str, Callable[[Case], list[Line]]]:
    """Those that are installed here."""
    found: dict[str, Callable[[Case], list[Line]]] = {"ours": ours}
    if shutil.which("dot"):
        found["dot"] = dot
    if find_spec("graphlay"):
        found["graphlay"] = graphlay
    return found


def _measured(engine: Callable[[Case], list[Line]], case: Case) -> tuple[int, float]:
    before = os.times()
    start = time.process_time()
    lines = engine(case)
    after = os.times()
    children = after.children_user + after.children_system - before.children_user - before.children_system
    return crossings(lines), time.process_time() - start + children


def main() -> None:
    """Print the table: the mean crossings over all seeds, and the mean seconds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--seeds", type=int, default=5, help="how many graphs are made up of each size")
    seeds = parser.parse_args().seeds
    groups = [[chain()], *([made_up(size, seed) for seed in range(seeds)] for size in (50, 150))]
    print(f"{'graph':<16}{'engine':<10}{'crossings':>10}{'seconds':>9}")
    for cases in groups:
        for name, engine in engines().items():
            measured = [_measured(engine, case) for case in cases]
            crossed, seconds = (sum(column) / len(cases) for column in zip(*measured, strict=True))
            print(f"{cases[0].name:<16}{name:<10}{crossed:>10.1f}{seconds:>9.2f}", flush=True)


if __name__ == "__main__":
    main()
