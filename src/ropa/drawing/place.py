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
    for turn in range(rounds):
        rightwards = turn % 2 == 0
        side = threads.left if rightwards else threads.right
        listens = (threads.left, threads.right) if turn >= rounds * BOTH_SIDES else (side,)
        places = range(len(threads.columns))
        for at in places if rightwards else reversed(places):
            column = threads.columns[at]
            wanted, weights = [], []
            for slot in column:
                want, weight = _wish(threads, y, slot, listens)
                wanted.append(want)
                weights.append(weight)
            for slot, height in zip(column, _settle(wanted, weights, offsets[at]), strict=True):
                y[slot] = height
    if not large:
        level(threads, y, offsets)
    top = min((y[slot] - height / 2 for slot, height in enumerate(threads.heights)), default=0.0)
    return [height - top for height in y]


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


def _wish(
    threads: Threads, y: list[float], slot: int, sides: tuple[list[list[int]], ...]
) -> tuple[float, float]:
    """Where a slot would like to stand, and how much."""
    total = weight = 0.0
    for side in sides:
        for other in side[slot]:
            pull = STRAIGHTNESS[(slot >= threads.nodes) + (other >= threads.nodes)]
            total += pull * y[other]
            weight += pull
    return (total / weight, weight) if weight else (y[slot], 0.1)


def _settle(wanted: list[float], weights: list[float], offsets: list[float]) -> list[float]:
    """The heights nearest to those wanted (least squares) that keep order and distance: adjacent violators are pooled."""
    pools: list[tuple[float, float, int]] = []
    for want, weight, offset in zip(wanted, weights, offsets, strict=True):
        total, heft, size = (want - offset) * weight, weight, 1
        while pools and pools[-1][0] / pools[-1][1] > total / heft:
            pulled = pools.pop()
            total, heft, size = total + pulled[0], heft + pulled[1], size + pulled[2]
        pools.append((total, heft, size))
    levels = [total / heft for total, heft, size in pools for _ in range(size)]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]
