"""Threads a long edge anew through the columns it passes: of all its ways the one that crosses fewest others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from ropa.drawing.net import Net
from ropa.drawing.sift import sift

IDLE = 1
"""After so many rounds without success one more is not tried."""


def rethread(net: Net, rounds: int) -> int:
    """Thread all long edges anew, to and fro, and sift, until that helps no more; returns how many crossings went."""
    edges = long_edges(net)
    gone = idle = 0
    for turn in range(rounds):
        lower = turn // 2 % 2 == 0
        # An edge that passes no crossing has none to lose.
        crossed = [net.crossings_after(at) for at in range(len(net.columns))]
        some = [
            bends
            for bends in edges
            if any(crossed[net.column_of[bends[0]] - 1 : net.column_of[bends[-1]] + 1])
        ]
        gained = sum(thread(net, bends, lower) for bends in (some[::-1] if turn % 2 == 0 else some))
        gained += sift(net, 1 + turn % 2)
        gone += gained
        idle = 0 if gained else idle + 1
        if idle > IDLE:
            break
    return gone


def long_edges(net: Net) -> list[list[int]]:
    """The bends of each edge that has any, from left to right."""
    found: list[list[int]] = []
    for slot in range(net.nodes, len(net.edge_of)):
        if net.left[slot][0] < net.nodes:
            chain = [slot]
            while (onward := net.right[chain[-1]][0]) >= net.nodes:
                chain.append(onward)
            found.append(chain)
    return found


def thread(net: Net, bends: Sequence[int], lower: bool) -> int:
    """Give the bends of an edge their best places, all at once; returns how many crossings went.

    From column to column the fewest crossings with which each place can be reached; then back along the best way.
    Of equally good places the lower or the higher is taken.
    """
    first = net.column_of[bends[0]]
    places = [net.place[slot] for slot in bends]
    for column, at in enumerate(places, first):
        order = net.columns[column]
        net.reorder(column, order[:at] + order[at + 1 :])
    ways, was = _ways(net, bends, places)
    at = 0
    for column in range(first + len(bends) - 1, first - 1, -1):
        costs = [row[at] for row in ways[column - first + 1]]
        least = min(costs)
        at = len(costs) - 1 - costs[::-1].index(least) if lower else costs.index(least)
        order = net.columns[column]
        net.reorder(column, [*order[:at], bends[column - first], *order[at:]])
    return was - min(row[0] for row in ways[-1])


def _ways(net: Net, bends: Sequence[int], places: list[int]) -> tuple[list[list[list[int]]], int]:
    """For each gap between columns the crossings up to each place in the next, by the place before it.

    And how many crossings the edge has at the places of its bends as they were.
    """
    first = net.column_of[bends[0]]
    start, end = net.left[bends[0]][0], net.right[bends[-1]][0]
    rows = [_costs(_ends(net, first - 1, end), net.place[start], len(net.columns[first]))]
    ways = [rows]
    was = rows[0][places[0]]
    for gap, (here, there) in enumerate(pairwise([*places, None])):
        reached = [min(costs) for costs in zip(*ways[-1], strict=True)]
        rows = _rows(_ends(net, first + gap, end), reached, len(net.columns[first + gap + 1]))
        if there is None:
            rows = [[row[net.place[end]]] for row in rows]
        was += rows[here or 0][there or 0] - reached[here or 0]
        ways.append(rows)
    return ways, was


def _ends(net: Net, column: int, end: int) -> list[list[int]]:
    """For each slot of a column where its edges go in the next; those that meet the edge at its end cross it nowhere."""
    place, right = net.place, net.right
    return [[place[to] for to in right[slot] if to != end] for slot in net.columns[column]]


def _costs(ends: list[list[int]], start: int, size: int) -> list[int]:
    """How many edges an edge that leaves from a slot crosses on its way to each place in the next column."""
    steps = [0] * size
    for at, own in enumerate(ends):
        if at != start:
            for to in own:
                steps[to] += 1 if at > start else -1
    return list(accumulate(steps, initial=sum(map(len, ends[:start]))))


def _rows(ends: list[list[int]], reached: list[int], size: int) -> list[list[int]]:
    """The same from each place between the slots of a column, added to the crossings that lead there."""
    # What a step down in the next column adds: edges from below, less those from above.
    steps = [0] * size
    for own in ends:
        for to in own:
            steps[to] += 1
    rows = [list(accumulate(steps, initial=reached[0]))]
    above = 0
    for own, before in zip(ends, reached[1:], strict=True):
        above += len(own)
        for to in own:
            steps[to] -= 2
        rows.append(list(accumulate(steps, initial=before + above)))
    return rows
