"""The sharing graph as GraphML, for networkx, igraph, Gephi, yEd and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ropa.drawing.flows import Facts
from ropa.formats.graph.inert import as_json, as_xml, holdable, told_apart
from ropa.formats.graph.told import told

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables

Typed = dict[tuple[str, str], str]
"""The type of each attribute, by what has it (graph, node or edge) and its name."""

TYPES = {bool: "boolean", int: "long"}

OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write(
    graph: MultiDiGraph[str], *, language: str, tables: Tables | None = None, judged: bool = True
) -> str:
    """The graph with all its attributes, and a `label` for the reader on each node and edge.

    GraphML knows no lists and no texts in several languages: those are JSON in an attribute of type string. An
    edge has its key as the attribute `key`, which networkx makes its key again; two edges of different ends may
    share one, which an XML id may not. A character that XML cannot hold becomes U+FFFD.
    """
    spoken = told(graph, language, tables, judged)
    ids = told_apart(graph.nodes, holdable)
    about = dict(graph.graph)
    nodes = [(node.key, {**node.facts, "label": " · ".join(node.lines)}) for node in spoken.nodes]
    edges = [
        (edge, {**edge.facts, "key": edge.key, "label": " · ".join(edge.lines)}) for edge in spoken.edges
    ]
    typed = _types(
        ("graph", [about]), ("node", [facts for _, facts in nodes]), ("edge", [one for _, one in edges])
    )
    names = {one: f"d{number}" for number, one in enumerate(typed)}

    def data(owner: str, facts: Facts) -> Iterator[str]:
        for name, value in facts.items():
            if value is not None:
                yield f'<data key="{names[owner, name]}">{as_xml(_text(value))}</data>'

    lines = [
        f'<key id="{names[owner, name]}" for="{owner}" attr.name="{as_xml(name)}" attr.type="{kind}"/>'
        for (owner, name), kind in typed.items()
    ]
    lines += ['<graph edgedefault="directed">', *data("graph", about)]
    for key, facts in nodes:
        lines += [f'<node id="{as_xml(ids[key])}">', *data("node", facts), "</node>"]
    for edge, facts in edges:
        ends = f'source="{as_xml(ids[edge.sender])}" target="{as_xml(ids[edge.recipient])}"'
        lines += [f"<edge {ends}>", *data("edge", facts), "</edge>"]
    return OPENING + "\n".join([*lines, "</graph>", "</graphml>"]) + "\n"


def _types(*owners: tuple[str, Iterable[Facts]]) -> Typed:
    """`boolean` or `long` where every value is one, else `string`."""
    found: Typed = {}
    for owner, all_facts in owners:
        for facts in all_facts:
            for name, value in facts.items():
                kind = TYPES.get(type(value), "string")
                if value is not None and found.setdefault((owner, name), kind) != kind:
                    found[owner, name] = "string"
    return found


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return as_json(value)
