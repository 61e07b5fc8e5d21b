"""The sharing graph as node-link JSON, the form of networkx and d3: nothing is added to it and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ropa.formats.graph.inert import as_json
from ropa.glossary import require

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables


def write(
    graph: MultiDiGraph[str], *, language: str, tables: Tables | None = None, judged: bool = True
) -> str:
    """The graph with all its attributes; `networkx.node_link_graph(…, edges="edges")` gives an equal one back.

    Terms stay the words of the register file, so that the text is the same in every language, and
    whatever `tables` say of the EEA.
    """
    import networkx as nx

    require(language)
    return as_json(nx.node_link_data(graph, edges="edges"), indent=2) + "\n"
