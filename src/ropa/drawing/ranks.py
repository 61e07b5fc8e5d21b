"""In which column each node stands: always to the right of those that send to it."""

from __future__ import annotations

from collections.abc import Sequence

from ropa.drawing.cycles import Edge

ROUNDS = 6


def ranks(heights: Sequence[float], edges: Sequence[Edge]) -> list[int]:
    """The column of each node, from 0, for edges without a cycle; loops are ignored.

    A node stands as far left as it can, then moves towards where most of its edges go. A node without edges
    goes where the column is shortest.
    """
    count = len(heights)
    after: list[list[int]] = [[] for _ in range(count)]
    before: list[list[int]] = [[] for _ in range(count)]
    for left, right in edges:
        if left != right:
            after[left].append(right)
            before[right].append(left)
    order = _left_to_right(before, after)
    rank = [0] * count
    for node in order:
        rank[node] = max((rank[sender] + 1 for sender in before[node]), default=0)
    _tighten(rank, order, before, after)
    _spread_loners(rank, heights, [not before[node] and not after[node] for node in range(count)])
    return rank


def _left_to_right(before: list[list[int]], after: list[list[int]]) -> list[int]:
    waiting = [len(senders) for senders in before]
    order = [node for node, open_ in enumerate(waiting) if not open_]
    for node in order:  # grows while we read it
        for recipient in after[node]:
            waiting[recipient] -= 1
            if not waiting[recipient]:
                order.append(recipient)
    return order


def _tighten(rank: list[int], order: list[int], before: list[list[int]], after: list[list[int]]) -> None:
    """Shorten edges: move each node towards the side where it has more of them."""
    for _ in range(ROUNDS):
        moved = False
        for node in reversed(order):
            lowest = max((rank[sender] + 1 for sender in before[node]), default=0)
            highest = min((rank[recipient] - 1 for recipient in after[node]), default=rank[node])
            pull = len(after[node]) - len(before[node])
            wanted = highest if pull > 0 else lowest if pull < 0 else rank[node]
            if wanted != rank[node]:
                rank[node], moved = wanted, True
        if not moved:
            return


def _spread_loners(rank: list[int], heights: Sequence[float], alone: list[bool]) -> None:
    columns = [0.0] * (max((r for r, lone in zip(rank, alone, strict=True) if not lone), default=2) + 1)
    for node, lone in enumerate(alone):
        if not lone:
            columns[rank[node]] += heights[node]
    for node, lone in enumerate(alone):
        if lone:
            rank[node] = columns.index(min(columns))
            columns[rank[node]] += heights[node]
