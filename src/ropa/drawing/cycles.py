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
    leaving, roots = _leaving(count, edges)
    back: set[int] = set()
    open_, done = [False] * count, [False] * count
    for root in roots:
        if not done[root]:
            _walk(root, leaving, open_, done, back, [])
    return frozenset(back)


def nearer(count: int, edges: Sequence[Edge]) -> frozenset[int]:
    """The edges of cycles that lead to a node fewer steps from where the graph begins; the others contain no cycle.

    These are more edges than those of `backward`, but where many cycles cross the others are far shorter.

    >>> sorted(nearer(3, [(0, 1), (1, 2), (2, 0)]))
    [2]
    """
    leaving, roots = _leaving(count, edges)
    steps = [-1] * count
    for root in roots:
        if steps[root] < 0:
            _count_steps(root, leaving, steps)
    knot = _knots(count, edges)
    return frozenset(
        at
        for at, (one, other) in enumerate(edges)
        if one != other and knot[one] == knot[other] and (steps[one], one) > (steps[other], other)
    )


def _leaving(count: int, edges: Sequence[Edge]) -> tuple[list[list[tuple[int, int]]], list[int]]:
    """The edges that leave each node, and the nodes, first those that nothing enters."""
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    entered = [False] * count
    for at, (sender, recipient) in enumerate(edges):
        if sender != recipient:
            leaving[sender].append((recipient, at))
            entered[recipient] = True
    for out in leaving:
        out.sort()
    return leaving, sorted(range(count), key=lambda node: entered[node])


def _count_steps(root: int, leaving: list[list[tuple[int, int]]], steps: list[int]) -> None:
    steps[root] = 0
    waiting = [root]
    for node in waiting:  # grows while we read it
        for recipient, _ in leaving[node]:
            if steps[recipient] < 0:
                steps[recipient] = steps[node] + 1
                waiting.append(recipient)


def _knots(count: int, edges: Sequence[Edge]) -> list[int]:
    """For each node a number that it shares with those on a cycle with it: Kosaraju's two walks."""
    leaving, roots = _leaving(count, edges)
    finished: list[int] = []
    open_, done = [False] * count, [False] * count
    for root in roots:
        if not done[root]:
            _walk(root, leaving, open_, done, set(), finished)
    entering, _ = _leaving(count, [(recipient, sender) for sender, recipient in edges])
    knot = [-1] * count
    for root in reversed(finished):
        waiting = [root] if knot[root] < 0 else []
        while waiting:
            node = waiting.pop()
            if knot[node] < 0:
                knot[node] = root
                waiting += [sender for sender, _ in entering[node] if knot[sender] < 0]
    return knot


def _walk(
    root: int,
    leaving: list[list[tuple[int, int]]],
    open_: list[bool],
    done: list[bool],
    back: set[int],
    finished: list[int],
) -> None:
    """Walk depth first without recursion: a chain may be longer than Python's stack. Fills `back` and `finished`."""
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
            finished.append(node)
            path.pop()
