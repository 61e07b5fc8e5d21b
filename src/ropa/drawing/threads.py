"""The columns as they are drawn: those of nodes, and between them columns where labels stand and edges pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ropa.drawing.cycles import Edge
from ropa.drawing.net import Net

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
    chains: list[list[int]]
    labelled: list[int | None]


def threads(
    sizes: Sequence[Size], edges: Sequence[Edge], labels: Sequence[Size | None], ordered: Net
) -> Threads:
    """The columns of a net in their order, with a column of labels between each two; edges have their left end first."""
    bends = len(ordered.column_of) - ordered.nodes
    made = Threads(
        nodes=ordered.nodes,
        widths=[*(width for width, _ in sizes), *([0.0] * bends)],
        heights=[*(height for _, height in sizes), *([THREAD] * bends)],
        columns=[[] for _ in range(max(0, 2 * len(ordered.columns) - 1))],
        column_of=[2 * column for column in ordered.column_of],
        left=[[] for _ in ordered.column_of],
        right=[[] for _ in ordered.column_of],
        chains=[],
        labelled=[],
    )
    made.columns[::2] = ordered.copy()
    for at, chain in enumerate(ordered.chains(edges)):
        _thread(made, chain, labels[at])
    _order_labels(made, ordered)
    return made


def _thread(made: Threads, chain: list[int], label: Size | None) -> None:
    if not chain:
        made.chains.append([])
        made.labelled.append(None)
        return
    threaded = [chain[0]]
    for slot in chain[1:]:
        # The label of a long edge stands beside its right end: that is where it is looked for.
        here = label if slot == chain[-1] else None
        width, height = here or (0.0, 0.0)
        between = len(made.widths)
        made.widths.append(width)
        made.heights.append(max(height, THREAD))
        made.column_of.append(made.column_of[threaded[-1]] + 1)
        made.left.append([threaded[-1]])
        made.right.append([slot])
        made.right[threaded[-1]].append(between)
        made.left[slot].append(between)
        made.columns[made.column_of[between]].append(between)
        threaded += [between, slot]
    made.chains.append(threaded)
    made.labelled.append(threaded[-2] if label else None)


def _order_labels(made: Threads, ordered: Net) -> None:
    """Order each column of labels between the orders beside it: that adds no crossing, and keeps edges straight."""
    for at in range(1, len(made.columns), 2):
        above, below = (max(1, len(made.columns[beside])) for beside in (at - 1, at + 1))

        def spot(slot: int, above: int = above, below: int = below) -> tuple[float, int]:
            start, end = ordered.place[made.left[slot][0]], ordered.place[made.right[slot][0]]
            return start / above + end / below, start

        made.columns[at].sort(key=spot)
