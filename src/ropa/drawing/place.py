"""How high each slot stands: in its order, without overlap, as level with its neighbours as can be."""

from __future__ import annotations

from ropa.drawing.level import level
from ropa.drawing.threads import Threads

ROUNDS = 30
LARGE = 20_000
"""From this many slots on, a third of the rounds must do, and small steps stay."""

BOTH_SIDES = 0.6
"""After this part of the rounds a slot listens to both sides; before, to one side in turn."""

STRAIGHTNESS = (1.0, 2.0, 16.0)
"""How much an edge wants to be level, by how many of its two ends are not nodes: long edges should be straight."""

Pulls = tuple[list[tuple[float, int]], float]
"""How much each neighbour pulls at a slot, and all of them together."""


def place(threads: Threads, gap: float, edge_gap: float) -> list[float]:
    """The height of the middle of each slot; y runs down, the topmost slot begins at 0.

    `gap` is kept between two nodes, `edge_gap` around labels and passing edges.
    """
    y = [0.0] * len(threads.widths)
    offsets = [_offsets(threads, column, gap, edge_gap) for column in threads.columns]
    for column, offset in zip(threads.columns, offsets, strict=True):
        for slot, down in zip(column, offset, strict=True):
            y[slot] = down
    large = len(y) >= LARGE
    rounds = ROUNDS // 3 if large else ROUNDS
    left, right = (_pulls(threads, (side,)) for side in (threads.left, threads.right))
    both = _pulls(threads, (threads.left, threads.right))
    for turn in range(rounds):
        rightwards = turn % 2 == 0
        pulls = both if turn >= rounds * BOTH_SIDES else left if rightwards else right
        places = range(len(threads.columns))
        for at in places if rightwards else reversed(places):
            column = threads.columns[at]
            wishes = [_wish(y, slot, pulls[slot]) for slot in column]
            for slot, height in zip(column, _settle(wishes, offsets[at]), strict=True):
                y[slot] = height
    if not large:
        level(threads, y, offsets)
    top = min((y[slot] - height / 2 for slot, height in enumerate(threads.heights)), default=0.0)
    return [height - top for height in y]


def packed(threads: Threads, column: list[int], gap: float, edge_gap: float) -> float:
    """How high a column is when its slots are packed tight."""
    if not column:
        return 0.0
    down = _offsets(threads, column, gap, edge_gap)[-1]
    return down + (threads.heights[column[0]] + threads.heights[column[-1]]) / 2


def _offsets(threads: Threads, column: list[int], gap: float, edge_gap: float) -> list[float]:
    """How far below the first slot each slot of a column stands when all are packed tight."""
    offsets: list[float] = []
    for at, slot in enumerate(column):
        if not at:
            offsets.append(0.0)
            continue
        above = column[at - 1]
        room = gap if above < threads.nodes and slot < threads.nodes else edge_gap
        offsets.append(offsets[-1] + (threads.heights[above] + threads.heights[slot]) / 2 + room)
    return offsets


def _pulls(threads: Threads, sides: tuple[list[list[int]], ...]) -> list[Pulls]:
    """For each slot how much each neighbour on these sides pulls at it."""
    nodes = threads.nodes
    found = []
    for slot in range(len(threads.widths)):
        beside = [other for side in sides for other in side[slot]]
        pulls = [(STRAIGHTNESS[(slot >= nodes) + (other >= nodes)], other) for other in beside]
        found.append((pulls, sum(pull for pull, _ in pulls)))
    return found


def _wish(y: list[float], slot: int, pulls: Pulls) -> tuple[float, float]:
    """Where a slot would like to stand, and how much."""
    each, weight = pulls
    if len(each) == 1:
        return y[each[0][1]], weight
    return (sum([pull * y[other] for pull, other in each]) / weight, weight) if each else (y[slot], 0.1)


def _settle(wishes: list[tuple[float, float]], offsets: list[float]) -> list[float]:
    """The heights nearest to those wanted (least squares) that keep order and distance: adjacent violators are pooled."""
    pools: list[tuple[float, float, float, int]] = []
    for (want, weight), offset in zip(wishes, offsets, strict=True):
        level, total, heft, size = want - offset, (want - offset) * weight, weight, 1
        while pools and pools[-1][0] > level:
            _, more, heavier, several = pools.pop()
            total, heft, size = total + more, heft + heavier, size + several
            level = total / heft
        pools.append((level, total, heft, size))
    levels = [level for level, _, _, size in pools for _ in range(size)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]
