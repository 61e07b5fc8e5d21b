"""The columns in which edges are shortest in all."""

from __future__ import annotations

from collections.abc import Sequence

from ropa.drawing.cycles import Edge


def shortest(count: int, edges: Sequence[Edge]) -> list[int]:
    """The column of each node, from 0, so that the edges pass as few columns as can be; they must have no cycle.

    That is a linear programme whose dual is a flow of least cost; an edge that carries some of it is one column long.

    >>> shortest(4, [(0, 1), (1, 2), (3, 2)])
    [0, 1, 2, 1]
    """
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(count), demand=0)
    for left, right in edges:
        if left != right:
            graph.add_edge(left, right, weight=-1)
            graph.nodes[left]["demand"] -= 1
            graph.nodes[right]["demand"] += 1
    _, carried = nx.network_simplex(graph)
    rank = [0] * count
    moved = True
    while moved:
        moved = False
        for left, right in graph.edges:
            if rank[right] <= rank[left]:
                rank[right], moved = rank[left] + 1, True
            elif carried[left][right] and rank[right] > rank[left] + 1:
                rank[left], moved = rank[right] - 1, True
    return rank
