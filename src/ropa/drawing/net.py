"""The graph in columns: nodes, and a bend wherever an edge passes a column of nodes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from ropa.drawing.cycles import Edge

Columns = list[list[int]]


@dataclass(slots=True)
class Net:
    """Slots by number: the nodes come first, then the bends; each edge joins slots of neighbouring columns.

    `columns` holds the slots of each column from top to bottom, `place` where a slot stands in its column; `left`
    and `right` are the neighbours of a slot, `beside` both; `edge_of` says to which edge a bend belongs (-1 for a
    node). `settled` remembers the orders of a column and of those beside it in which sifting it changed nothing.
    """

    nodes: int
    columns: Columns
    column_of: list[int]
    place: list[int]
    left: list[list[int]]
    right: list[list[int]]
    edge_of: list[int]
    beside: list[list[int]] = field(default_factory=list)
    settled: dict[tuple[int, bool], Columns] = field(default_factory=dict)

    def add(self, column: int, edge: int) -> int:
        """A new slot at the bottom of a column."""
        slot = len(self.column_of)
        self.column_of.append(column)
        self.place.append(len(self.columns[column]))
        self.left.append([])
        self.right.append([])
        self.beside.append([])
        self.edge_of.append(edge)
        self.columns[column].append(slot)
        return slot

    def join(self, one: int, other: int) -> None:
        """Connect two slots of neighbouring columns, the left one first."""
        self.right[one].append(other)
        self.left[other].append(one)
        self.beside[one].append(other)
        self.beside[other].append(one)

    def use(self, columns: Columns) -> None:
        """Take over an order of the slots."""
        for at, column in enumerate(columns):
            self.reorder(at, column)

    def reorder(self, at: int, column: list[int]) -> None:
        """Take over the order of one column."""
        self.columns[at] = column
        for place, slot in enumerate(column):
            self.place[slot] = place

    def copy(self) -> Columns:
        """The order of the slots as it is now."""
        return [list(column) for column in self.columns]

    def crossings(self) -> int:
        """How many pairs of edges cross."""
        return sum(self.crossings_after(at) for at in range(len(self.columns) - 1))

    def crossings_after(self, at: int) -> int:
        """How many pairs of edges cross between a column and the next; none beside the first and after the last."""
        if at < 0 or at + 1 >= len(self.columns):
            return 0
        place, right = self.place, self.right
        seen: list[int] = []
        total, highest = 0, -1
        for slot in self.columns[at]:
            ends = [place[to] for to in right[slot]]
            if len(ends) > 1:
                ends.sort()  # edges of one slot cross none of each other: the lowest end goes first
            for end in ends:
                if end >= highest:
                    highest = end
                    seen.append(end)
                else:
                    spot = bisect_right(seen, end)
                    total += len(seen) - spot
                    seen.insert(spot, end)
        return total

    def chains(self, edges: Sequence[Edge]) -> list[list[int]]:
        """The slots of each edge from left to right; none for a loop."""
        bends: list[list[int]] = [[] for _ in edges]
        for column in self.columns:
            for slot in column:
                if self.edge_of[slot] >= 0:
                    bends[self.edge_of[slot]].append(slot)
        return [[] if left == right else [left, *bends[at], right] for at, (left, right) in enumerate(edges)]


def net(count: int, edges: Sequence[Edge], rank: Sequence[int]) -> Net:
    """Thread every edge, the left end first, through the columns between its ends; loops are left out."""
    made = Net(count, [[] for _ in range(max(rank, default=-1) + 1)], [], [], [], [], [])
    for column in rank:
        made.add(column, -1)
    for at, (left, right) in enumerate(edges):
        if left != right:
            last = left
            for column in range(rank[left] + 1, rank[right]):
                bend = made.add(column, at)
                made.join(last, bend)
                last = bend
            made.join(last, right)
    return made
