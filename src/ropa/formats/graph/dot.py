"""The sharing graph in the language of Graphviz, to be drawn by `dot` and read by what reads DOT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from textwrap import wrap
from typing import TYPE_CHECKING

from ropa.drawing.ink import LEAVING, LOOKS, Look
from ropa.drawing.telling import shorten
from ropa.formats.graph.inert import told_apart
from ropa.formats.graph.told import Edge, Node, told
from ropa.typeface import printable

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables

FONT = "Helvetica,Arial,sans-serif"
WIDE = 28
"""Characters to a line of a label: Graphviz breaks no lines itself."""

LONGEST = 2_000
"""Characters of one quoted string: Graphviz reads no more than 16,383 bytes, but as many strings as are added up."""

SHAPES = {"square": "box", "round": "box", "cut": "octagon", "pill": "ellipse"}
"""What a corner of the picture is in Graphviz."""


def write(
    graph: MultiDiGraph[str], *, language: str, tables: Tables | None = None, judged: bool = True
) -> str:
    """The graph with labels and tooltips for the reader, from left to right.

    One edge for each flow; dashed where it may happen, with an open head where the role of the recipient is
    undecided or not stated, thick where data leave the EEA. Every text is a quoted string in which nothing is
    markup, an escape or an entity. Nodes keep their keys; of a very long one the end is left out.
    """
    spoken = told(graph, language, tables, judged)
    ids = told_apart(graph.nodes, _short)
    lines = [
        f"digraph {_quoted('sharing')} {{",
        f"  graph [{_attributes({'label': spoken.title, 'rankdir': 'LR', 'labelloc': 't', 'fontname': FONT})}];",
        f"  node [{_attributes({'fontname': FONT, 'fontsize': '10', 'style': 'filled'})}];",
        f"  edge [{_attributes({'fontname': FONT, 'fontsize': '8'})}];",
    ]
    lines += [f"  {_id(ids[node.key])} [{_attributes(_of_node(node))}];" for node in spoken.nodes]
    lines += [
        f"  {_id(ids[edge.sender])} -> {_id(ids[edge.recipient])} [{_attributes(_of_edge(edge))}];"
        for edge in spoken.edges
    ]
    return "\n".join([*lines, "}"]) + "\n"


def _of_node(node: Node) -> Mapping[str, str]:
    look = LOOKS[node.look]
    return {
        "label": _lines(node.lines),
        "tooltip": node.sentence,
        "shape": SHAPES[look.corner],
        "style": ",".join(_styles(look, node.named)),
        "fillcolor": look.fill,
        "color": look.stroke,
        "penwidth": str(look.line),
        **({"peripheries": "2"} if look.double else {}),
    }


def _styles(look: Look, named: bool) -> Iterable[str]:
    yield "filled"
    if look.corner == "round":
        yield "rounded"
    if not named:
        yield "dashed"


def _of_edge(edge: Edge) -> Mapping[str, str]:
    kind = edge.flow.kind
    return {
        "label": _lines(edge.lines),
        "tooltip": edge.sentence,
        "color": edge.colour,
        **({"style": "dashed"} if kind.possible else {}),
        **({"arrowhead": "onormal"} if kind.open else {}),
        **({"penwidth": "2.4", "fontcolor": LEAVING} if kind.leaves else {}),
    }


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(part for line in lines for part in wrap(line, WIDE))


def _attributes(pairs: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(text)}" for name, text in pairs.items())


def _quoted(text: str) -> str:
    r"""A text as Graphviz shows it: `\N` is no name of a node, `&lt;` no entity, a line break its own escape.

    >>> print(_quoted('a "b" \\N &lt;' + chr(10) + "<b>"))
    "a \"b\" \\N &amp;lt;\n<b>"
    """
    parts = [text[at : at + LONGEST] for at in range(0, len(text), LONGEST)] or [""]
    return " + ".join(_id(part.replace("&", "&amp;")).replace("\n", r"\n") for part in parts)


def _short(key: str) -> str:
    """A key that can stand in DOT and in the SVG made of it, where Graphviz leaves what looks like an entity as it is."""
    return re.sub(r"&(?=#?\w+;)", "&amp;", printable(shorten(key), any_script=True))


def _id(key: str) -> str:
    """A key in quotes: no keyword, port or number; backslashes are doubled so that none takes hold of the quote."""
    return '"' + key.replace("\\", r"\\").replace('"', r"\"") + '"'
