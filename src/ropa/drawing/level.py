"""Takes the last small steps out of long edges."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from ropa.drawing.threads import Threads

ROUNDS = 3
Free = tuple[float, float]


def level(threads: Threads, y: list[float], offsets: list[list[float]]) -> None:
    """Put as much of each edge as its neighbours leave room for on one height; changes `y`.

    `offsets` are the heights of the slots of each column when it is packed tight: no two come nearer than that.
    """
    where = {slot: at for column in threads.columns for at, slot in enumerate(column)}

    def free(slot: int) -> Free:
        number = threads.column_of[slot]
        column, tight, at = threads.columns[number], offsets[number], where[slot]
        highest = y[column[at - 1]] + tight[at] - tight[at - 1] if at else -inf
        lowest = y[column[at + 1]] - tight[at + 1] + tight[at] if at + 1 < len(column) else inf
        return highest, lowest

    for _ in range(ROUNDS):
        for chain in threads.chains:
            inner = chain[1:-1]
            for run, (highest, lowest) in list(_runs(inner, [free(slot) for slot in inner])):
                mean = sum(y[slot] for slot in run) / len(run)
                for slot in run:
                    y[slot] = max(highest, min(lowest, mean))


def _runs(slots: list[int], spaces: list[Free]) -> Iterator[tuple[list[int], Free]]:
    """The slots in runs that fit on one height, each as long as can be, with the space they share."""
    run: list[int] = []
    shared = (-inf, inf)
    for slot, space in zip(slots, spaces, strict=True):
        both = max(shared[0], space[0]), min(shared[1], space[1])
        if run and both[0] > both[1]:
            yield run, shared
            run, both = [], space
        run.append(slot)
        shared = both
    if run:
        yield run, shared
