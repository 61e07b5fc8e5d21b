"""Where columns stand, where edges leave and enter their nodes, and the curves between."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from ropa.drawing.shape import Point
from ropa.drawing.threads import Threads

STEEP = 0.14
"""How much wider a gap becomes for each point that an edge climbs in it."""

WIDEST = 2.5
"""How many times its width a gap becomes at most."""

HEADROOM = 10.0
"""Room for the head of an edge beside a column of nodes."""

PORTS = 11.0
"""Distance between edges on the side of a node, where it has room."""

POINT = 1e-6
"""Nearer than this two stops are one."""

SIDE = 0.8
"""Part of a node's side that edges may use."""


def columns_at(
    threads: Threads, y: list[float], gap: float, heads: Collection[tuple[int, int]] = ()
) -> list[tuple[float, float]]:
    """Left and right end of each column; a gap is wider where edges climb steeply in it.

    `heads` are the sides of columns (its number, and -1 for left or 1 for right) at which edges have their heads: there
    is room for these.
    """
    ends: list[tuple[float, float]] = []
    x = 0.0
    for at, column in enumerate(threads.columns):
        if at:
            climb = max((abs(y[slot] - y[to]) for slot in column for to in threads.left[slot]), default=0.0)
            x += gap + min(WIDEST * gap, max(0.0, climb * STEEP - gap / 2))
            x += HEADROOM * (((at - 1, 1) in heads) + ((at, -1) in heads))
        wide = max((threads.widths[slot] for slot in column), default=0.0)
        ends.append((x, x + wide))
        x += wide
    return ends


def ports(
    threads: Threads, y: list[float], bodies: Sequence[tuple[float, float]]
) -> dict[tuple[int, int], float]:
    """The height at which the edge between a node and the slot beside it touches the node.

    `bodies` gives the middle and the height of what is drawn of each node.
    """
    found: dict[tuple[int, int], float] = {}
    for node, (middle, height) in enumerate(bodies):
        for beside in (threads.left[node], threads.right[node]):
            step = min(PORTS, height * SIDE / max(1, len(beside) - 1))
            first = middle - step * (len(beside) - 1) / 2
            for at, slot in enumerate(sorted(beside, key=lambda slot: y[slot])):
                found[node, slot] = first + step * at
    return found


def route(
    chain: list[int],
    threads: Threads,
    widths: Sequence[float],
    y: list[float],
    ends: list[tuple[float, float]],
    heads: Collection[tuple[int, int]],
    port: dict[tuple[int, int], float],
) -> tuple[Point, ...]:
    """The curve of an edge, from left to right: level within columns, bending only in the gaps between them.

    `widths` are those of what is drawn of the nodes. Where there is room for `heads` every edge is level too: none bends
    through the head of another.
    """
    stops: list[Point] = []
    for at, slot in enumerate(chain):
        left, right = ends[threads.column_of[slot]]
        half = widths[slot] / 2 if slot < threads.nodes else 0.0
        middle = (left + right) / 2
        if right > left:  # where a column holds no label, an edge need not be level in it
            left -= HEADROOM if (threads.column_of[slot], -1) in heads else 0.0
            right += HEADROOM if (threads.column_of[slot], 1) in heads else 0.0
        if at == 0:
            level = port[slot, chain[1]]
            stops += [(middle + half, level), (right, level)]
        elif at == len(chain) - 1:
            level = port[slot, chain[-2]]
            stops += [(left, level), (middle - half, level)]
        elif right > left:
            stops += [(left, y[slot]), (right, y[slot])]
    return curve(stops)


def curve(stops: Sequence[Point]) -> tuple[Point, ...]:
    """A chain of Bézier pieces through the stops, level at each of them."""
    points = [stops[0]]
    for (x, y), (to_x, to_y) in pairwise(stops):
        # What differs only by rounding is one point: a head on it would point anywhere.
        if abs(x - to_x) > POINT or abs(y - to_y) > POINT:
            half = (x + to_x) / 2
            points += [(half, y), (half, to_y), (to_x, to_y)]
    return tuple(points)


def loop(left: float, right: float, base: float, level: float) -> tuple[Point, ...]:
    """The curve of an edge from a node to itself: up from the top of the node, over, and down again."""
    bend = min(8.0, (right - left) / 2, base - level)
    low = level + bend
    return (
        (left, base),
        (left, base),
        (left, low),
        (left, low),
        (left, level),
        (left, level),
        (left + bend, level),
        (left + bend, level),
        (right - bend, level),
        (right - bend, level),
        (right, level),
        (right, level),
        (right, low),
        (right, low),
        (right, base),
        (right, base),
    )
