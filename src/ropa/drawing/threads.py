"""The graph as rows of slots: columns of nodes, and between them columns where labels stand and edges pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ropa.drawing.cycles import Edge

Size = tuple[float, float]
THREAD = 4.0
"""Height kept free for an edge that only passes a column."""


@dataclass(slots=True)
class Threads:
    """Slots by number: the nodes come first, then one slot for every column that an edge passes.

    `columns` holds the slots of each column from top to bottom; `left` and `right` the neighbours of a slot;
    `chains` the slots of each edge from left to right (none for a loop); `labelled` the slot of its label.
    """

    nodes: int
    widths: list[float]
    heights: list[float]
    columns: list[list[int]]
    column_of: list[int]
    left: list[list[int]]
    right: list[list[int]]
    chains: list[list[int]] = field(default_factory=list)
    labelled: list[int | None] = field(default_factory=list)

    def add(self, column: int, width: float, height: float) -> int:
        """A new slot at the bottom of a column."""
        slot = len(self.widths)
        self.widths.append(width)
        self.heights.append(height)
        self.column_of.append(column)
        self.left.append([])
        self.right.append([])
        self.columns[column].append(slot)
        return slot

    def join(self, one: int, other: int) -> None:
        """Connect two slots of neighbouring columns, the left one first."""
        self.right[one].append(other)
        self.left[other].append(one)


def threads(
    sizes: Sequence[Size],
    edges: Sequence[Edge],
    labels: Sequence[Size | None],
    rank: Sequence[int],
    back: frozenset[int],
) -> Threads:
    """Put every node in its column (even numbers) and thread every edge through the columns between."""
    made = Threads(
        nodes=len(sizes),
        widths=[],
        heights=[],
        columns=[[] for _ in range(2 * max(rank, default=-1) + 1)],
        column_of=[],
        left=[],
        right=[],
    )
    for (width, height), column in zip(sizes, rank, strict=True):
        made.add(2 * column, width, height)
    for at, (sender, recipient) in enumerate(edges):
        if sender == recipient:
            made.chains.append([])
            made.labelled.append(None)
        else:
            ends = (recipient, sender) if at in back else (sender, recipient)
            _thread(made, ends, labels[at])
    return made


def _thread(made: Threads, ends: Edge, label: Size | None) -> None:
    start, end = ends
    chain, labelled = [start], None
    last = made.column_of[end] - 1
    for column in range(made.column_of[start] + 1, last + 1):
        # The label of a long edge stands beside its right end: that is where it is looked for.
        here = label if column == last else None
        width, height = here or (0.0, THREAD)
        slot = made.add(column, width, max(height, THREAD))
        if here:
            labelled = slot
        made.join(chain[-1], slot)
        chain.append(slot)
    made.join(chain[-1], end)
    chain.append(end)
    made.chains.append(chain)
    made.labelled.append(labelled)
