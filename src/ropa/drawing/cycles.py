"""Which edges to turn round so that every path runs from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Edge = tuple[int, int]


def backward(count: int, edges: Sequence[Edge]) -> frozenset[int]:
    """The edges, by position, that lead back in a walk through the graph; the others contain no cycle.

    The walk starts where nothing comes in, and takes nodes in their order: of two nodes that send to each
    other, the first stands to the left. Edges from a node to itself are left alone.

    >>> sorted(backward(3, [(0, 1), (1, 2), (2, 0)]))
    [2]
    """
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    entered = [False] * count
    for at, (sender, recipient) in enumerate(edges):
        if sender != recipient:
            leaving[sender].append((recipient, at))
            entered[recipient] = True
    for out in leaving:
        out.sort()
    back: set[int] = set()
    open_, done = [False] * count, [False] * count
    for root in sorted(range(count), key=lambda node: entered[node]):
        if not done[root]:
            _walk(root, leaving, open_, done, back)
    return frozenset(back)


def _walk(
    root: int, leaving: list[list[tuple[int, int]]], open_: list[bool], done: list[bool], back: set[int]
) -> None:
    """Walk depth first without recursion: a chain may be longer than Python's stack."""
    open_[root] = True
    path: list[tuple[int, Iterator[tuple[int, int]]]] = [(root, iter(leaving[root]))]
    while path:
        node, rest = path[-1]
        for recipient, at in rest:
            if open_[recipient]:
                back.add(at)
            elif not done[recipient]:
                open_[recipient] = True
                path.append((recipient, iter(leaving[recipient])))
                break
        else:
            open_[node], done[node] = False, True
            path.pop()
