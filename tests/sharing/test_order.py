"""A part of a graph keeps the order of the register, whatever the seed that Python hashes with."""

from __future__ import annotations

import os
import subprocess
import sys

CODE = """
from datetime import date
from ropa.sharing import around, drawn, flows_of, sharing_graph
from tests.sharing.shop import ON, shop
register = shop()
whole = sharing_graph(register, ON)
for part in (whole, drawn(whole), flows_of(whole, 'host'), around(register, on=ON, party='mail'), around(register, on=ON, data='name')):
    print(list(part.nodes), list(part.edges(keys=True)))
"""


def test_the_same_under_every_seed() -> None:
    """Nodes and edges of a graph and of every kind of part."""
    said = {
        subprocess.run(
            [sys.executable, "-c", CODE],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in range(4)
    }
    assert len(said) == 1


def test_an_edge_that_takes_its_facts_as_they_are_is_an_edge_like_any_other() -> None:
    """The shortcut past networkx's copies gives the graph that networkx would give; without it `add_edge` does."""
    import networkx as nx

    from ropa.sharing.network import SharingGraph

    said = [
        ("a", "b", "1", {"x": 1}),
        ("a", "b", "2", {"x": 2}),
        ("b", "b", "1", {}),
        ("c", "a", "1", {"y": []}),
    ]
    quick, usual = SharingGraph(), nx.MultiDiGraph()
    join = quick.joiner()
    for start, end, key, facts in said:
        join(start, end, key, dict(facts))
        usual.add_edge(start, end, key, **facts)
    assert nx.utils.graphs_equal(quick, usual)
    assert list(quick.in_edges(keys=True)) == list(usual.in_edges(keys=True))
    assert list(quick.edges(keys=True, data=True)) == list(usual.edges(keys=True, data=True))
