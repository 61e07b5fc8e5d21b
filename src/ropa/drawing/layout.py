"""A layered layout from left to right: where nodes and labels stand and how edges run, without overlap.

The method is Sugiyama's: turn edges that lead back, give each node a column, thread long edges through the
columns between, reorder the columns so that few edges cross, then straighten. Labels have columns of their
own, so that no edge runs through a label or a node. No step is random or recursive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ropa.drawing.cycles import Edge, backward, nearer
from ropa.drawing.net import Net, net
from ropa.drawing.order import arrange, finish
from ropa.drawing.place import packed, place
from ropa.drawing.ranks import ranks
from ropa.drawing.route import columns_at, loop, ports, route
from ropa.drawing.shape import Point
from ropa.drawing.shortest import shortest
from ropa.drawing.threads import Size, Threads, threads

LOOP = 14.0
"""How far a loop rises above its node, or above the label of the loop below it."""

APART = 10.0
"""How far the sides of two loops of a node stand from each other, where it has room."""

SMALL = 160
"""Up to how many slots other columns are tried as well where edges cross."""

HOPELESS = 1.5
"""How many times the crossings of the first columns other columns may have, before they are no longer worth sifting."""

BACKWARD = 3
"""To how many columns of length of edges one more edge that leads back compares."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Middles of nodes and labels, and the curves of edges from sender to recipient, in the order they were given."""

    width: float
    height: float
    nodes: tuple[Point, ...]
    labels: tuple[Point | None, ...]
    routes: tuple[tuple[Point, ...], ...]
    crossings: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What does not depend on sizes: which edges lead back, all edges with their left end first, and the order."""

    back: frozenset[int]
    forward: tuple[Edge, ...]
    net: Net
    crossings: int


def layout(
    sizes: Sequence[Size],
    edges: Sequence[Edge],
    labels: Sequence[Size | None] | None = None,
    *,
    gap: float = 16.0,
    column_gap: float = 26.0,
    plan: Plan | None = None,
) -> Layout:
    """Lay out nodes of the given sizes (width, height); edges name them by position.

    The same input gives the same layout. Of nodes that send to each other the first stands to the left. A `plan`
    that was made before for the same edges saves the work of ordering them again.

    >>> made = layout([(60, 20), (60, 20)], [(0, 1)], [(30, 10)])
    >>> made.nodes, made.labels
    (((30.0, 10.0), (172.0, 10.0)), ((101.0, 10.0),))
    """
    labels = labels if labels is not None else [None] * len(edges)
    loops = _loops(edges)
    cells = _cells(sizes, labels, loops)
    plan = plan or planned([height for _, height in cells], edges)
    back = plan.back
    made = threads(cells, plan.forward, labels, plan.net)
    y = place(made, gap, gap * 0.6)
    heads = _heads(made, back)
    ends = columns_at(made, y, column_gap, heads)
    middles = _middles(made, y, ends, sizes)
    bodies = [(middle[1], height) for middle, (_, height) in zip(middles, sizes, strict=True)]
    widths = [width for width, _ in sizes]
    port = ports(made, y, bodies)
    routes: list[tuple[Point, ...]] = []
    spots: list[Point | None] = []
    for at, chain in enumerate(made.chains):
        if chain:
            curve = route(chain, made, widths, y, ends, heads, port)
            routes.append(curve[::-1] if at in back else curve)
            spots.append(_spot(made, y, ends, made.labelled[at]))
        else:
            routes.append(())
            spots.append(None)
    for node, those in loops.items():
        _draw_loops(middles[node], sizes[node], those, labels, routes, spots)
    bottom = max((y[slot] + height / 2 for slot, height in enumerate(made.heights)), default=0.0)
    right = max((end for _, end in ends), default=0.0)
    return Layout(right, bottom, tuple(middles), tuple(spots), tuple(routes), plan.crossings)


def across(labels: Sequence[float]) -> float:
    """How wide a node is whose loops have labels of these widths: none runs through the label of another.

    >>> across([]), across([100.0]), across([100.0, 60.0])
    (0.0, 0.0, 136.0)
    """
    if len(labels) < 2:
        return 0.0
    return max(labels) + 2 * (6 + APART * (len(labels) - 1)) + 4


def least(
    sizes: Sequence[Size],
    labels: Sequence[Size | None],
    plan: Plan,
    *,
    gap: float = 16.0,
    column_gap: float = 26.0,
) -> Size:
    """Smaller than this (width, height) a layout of this plan cannot be: found in a fraction of the time."""
    made = threads(_cells(sizes, labels, _loops(plan.forward)), plan.forward, labels, plan.net)
    wide = sum(max((made.widths[slot] for slot in column), default=0.0) for column in made.columns)
    high = max((packed(made, column, gap, gap * 0.6) for column in made.columns), default=0.0)
    return wide + column_gap * max(0, len(made.columns) - 1), high


def _directed(
    heights: Sequence[float], edges: Sequence[Edge]
) -> tuple[frozenset[int], list[Edge], list[int]]:
    """Which edges lead back, all edges with their left end first, and the column of each node."""
    found = None
    for turned in (backward, nearer):
        back = turned(len(heights), edges)
        forward = [(to, frm) if at in back else (frm, to) for at, (frm, to) in enumerate(edges)]
        rank = ranks(heights, forward)
        cost = sum(rank[right] - rank[left] for left, right in forward) + BACKWARD * len(back)
        if found is None or cost < found[0]:
            found = cost, (back, forward, rank)
        if not back:
            break
    assert found
    return found[1]


def planned(heights: Sequence[float], edges: Sequence[Edge]) -> Plan:
    """Decide where in the order of things nodes of these heights stand."""
    back, forward, rank = _directed(heights, edges)
    ordered = net(len(heights), forward, rank)
    crossed = arrange(ordered)
    if crossed and len(ordered.column_of) <= SMALL:
        other = net(len(heights), forward, shortest(len(heights), forward))
        if (fewer := arrange(other, HOPELESS * crossed + 2)) < crossed:
            ordered, crossed = other, fewer
    return Plan(back, tuple(forward), ordered, finish(ordered, crossed))


def _loops(edges: Sequence[Edge]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, (sender, recipient) in enumerate(edges):
        if sender == recipient:
            found.setdefault(sender, []).append(at)
    return found


def _cells(sizes: Sequence[Size], labels: Sequence[Size | None], loops: dict[int, list[int]]) -> list[Size]:
    """The room each node needs: its own, and above it that of its loops and their labels."""
    cells = []
    for node, (width, height) in enumerate(sizes):
        for at in loops.get(node, ()):
            wide, high = labels[at] or (0.0, 0.0)
            width = max(width, wide)
            height += LOOP + high
        cells.append((width, height))
    return cells


def _middles(
    made: Threads, y: list[float], ends: list[tuple[float, float]], sizes: Sequence[Size]
) -> list[Point]:
    """The middle of each node, which stands at the foot of its cell."""
    middles = []
    for node, (_, height) in enumerate(sizes):
        left, right = ends[made.column_of[node]]
        middles.append(((left + right) / 2, y[node] + made.heights[node] / 2 - height / 2))
    return middles


def _heads(made: Threads, back: frozenset[int]) -> set[tuple[int, int]]:
    """At which sides of columns edges have their heads beside other edges, that may bend through them."""
    found, into = set(), Counter[int]()
    for at, chain in enumerate(made.chains):
        if chain:
            into.update(made.column_of[slot] for slot in chain[1:])
            found.add((made.column_of[chain[0]], 1) if at in back else (made.column_of[chain[-1]], -1))
    return {(column, side) for column, side in found if into[column if side < 0 else column + 1] > 1}


def _spot(made: Threads, y: list[float], ends: list[tuple[float, float]], slot: int | None) -> Point | None:
    if slot is None:
        return None
    left, right = ends[made.column_of[slot]]
    return (left + right) / 2, y[slot]


def _draw_loops(
    middle: Point,
    size: Size,
    those: list[int],
    labels: Sequence[Size | None],
    routes: list[tuple[Point, ...]],
    spots: list[Point | None],
) -> None:
    """Stack the loops of a node above it, each through the middle of its label."""
    x, top = middle[0], middle[1] - size[1] / 2
    rise = top
    furthest = size[0] / 2 - 2
    for nth, at in enumerate(those):
        _, high = labels[at] or (0.0, 0.0)
        level = rise - LOOP - high / 2
        rise -= LOOP + high
        # One loop within the other, also where the node is too narrow for its labels.
        widest = max((labels[one] or (0.0, 0.0))[0] for one in those[: nth + 1])
        apart = min(APART, furthest / len(those))
        reach = min(furthest - apart * (len(those) - 1 - nth), max(9.0, widest / 2 + 6) + APART * nth)
        routes[at] = loop(x - reach, x + reach, top, level)
        spots[at] = (x, level) if labels[at] else None
