"""The sharing graph as the JSON of Cytoscape, for Cytoscape.js in a page and Cytoscape on a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ropa.formats.graph.inert import as_json
from ropa.formats.graph.told import Edge, told

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables


def write(
    graph: MultiDiGraph[str], *, language: str, tables: Tables | None = None, judged: bool = True
) -> str:
    """`{data, elements: {nodes, edges}}`: every element with all its attributes, a `label` and a `sentence`.

    `cytoscape({elements})` takes the elements as they are. Classes tell the role (`processor`), and of an edge
    whether it is `possible`, `open`, a `source`, `begins` or `leaves` the EEA, for a style to take hold of.
    """
    spoken = told(graph, language, tables, judged)
    nodes = [
        {
            "data": {**node.facts, "id": node.key, "label": "\n".join(node.lines), "sentence": node.sentence},
            "classes": " ".join(node.classes),
        }
        for node in spoken.nodes
    ]
    edges = [
        {
            "data": {
                **edge.facts,
                "id": _id(edge),
                "source": edge.sender,
                "target": edge.recipient,
                "key": edge.key,
                "label": "\n".join(edge.lines),
                "sentence": edge.sentence,
            },
            "classes": " ".join(edge.classes),
        }
        for edge in spoken.edges
    ]
    data = {**graph.graph, "title": spoken.title}
    return as_json({"data": data, "elements": {"nodes": nodes, "edges": edges}}, indent=2) + "\n"


def _id(edge: Edge) -> str:
    """Stays the same when other flows come or go; a list, so that no text can pretend to be two."""
    return "flow:" + as_json([edge.sender, edge.recipient, edge.key])
