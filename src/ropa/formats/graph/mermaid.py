"""The sharing graph as a Mermaid flowchart, for pages in Markdown and what else draws it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ropa.drawing.ink import INK, LEAVING, LOOKS
from ropa.formats.graph.inert import as_json
from ropa.formats.graph.told import Edge, Node, Told, told

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables

SHAPES = {"square": ("[", "]"), "round": ("(", ")"), "cut": ("{{", "}}"), "pill": ("([", "])")}
"""What a corner of the picture is in Mermaid."""
DOUBLE = ("[[", "]]")

_MARKUP = re.compile(
    r"""[!-&*:-@\[-`{-~]"""  # quotes, entities, brackets, Markdown
    r"""|(?<!\w)[+-]|[+-](?!\w)"""  # a list or a rule in Markdown, an arrow
    r"""|(?<=\d)[.)]|(?<=www)\."""  # a numbered list, an address
    r"""|(?<=direction) """  # `direction LR` is a statement wherever it stands on a line
)
_OWN = (
    (re.compile("ﬂ(?=°)"), "fl"),  # what Mermaid itself puts in the place of an entity
    (re.compile("¶(?=ß)"), "¶ "),
    (re.compile(r"\$(?=\$)"), "$ "),  # a formula
    (re.compile(":(?=fa-)"), ": "),  # an icon
    (re.compile(r"\\(?=n)"), "\\\\ "),  # a line break
)
"""What Mermaid acts on after it has read the entities, so that they do not hide it: it is pulled apart."""

NOTHING = "#160;"
"""A label that says nothing: Mermaid does not read an empty one."""


def write(
    graph: MultiDiGraph[str], *, language: str, tables: Tables | None = None, judged: bool = True
) -> str:
    """The graph as `flowchart LR`, labelled for the reader; one link for each flow, dotted where it may happen.

    Nodes are called `n1`, `n2`, …: a key may hold what Mermaid takes for a keyword. Mermaid itself refuses a text
    of more than 50,000 characters or 500 links unless its `maxTextSize` and `maxEdges` are raised.
    """
    spoken = told(graph, language, tables, judged)
    ids = {node.key: f"n{number}" for number, node in enumerate(spoken.nodes, 1)}
    lines = ["---", f"title: {_title(spoken.title)}", "---", "flowchart LR"]
    lines += [f"  {line}" for line in _statements(spoken, ids)]
    return "\n".join(lines) + "\n"


def _statements(spoken: Told, ids: dict[str, str]) -> Iterator[str]:
    for node in spoken.nodes:
        yield f"{ids[node.key]}{_shape(node)}"
    for edge in spoken.edges:
        yield f"{ids[edge.sender]} {_link(edge)} {ids[edge.recipient]}"
    for look, facts in LOOKS.items():
        if held := [ids[node.key] for node in spoken.nodes if node.look == look]:
            name = look or "roleless"
            yield f"classDef {name} fill:{facts.fill},stroke:{facts.stroke},stroke-width:{facts.line}px,color:{INK}"
            yield f"class {','.join(held)} {name}"
    if unnamed := [ids[node.key] for node in spoken.nodes if not node.named]:
        yield "classDef unnamed stroke-dasharray:3 2"
        yield f"class {','.join(unnamed)} unnamed"
    leaving = [str(number) for number, edge in enumerate(spoken.edges) if edge.flow.kind.leaves]
    if leaving:
        yield f"linkStyle {','.join(leaving)} stroke:{LEAVING},stroke-width:2.4px"


def _shape(node: Node) -> str:
    look = LOOKS[node.look]
    before, after = DOUBLE if look.double else SHAPES[look.corner]
    return f"{before}{_quoted(node.lines)}{after}"


def _link(edge: Edge) -> str:
    line = "-.->" if edge.flow.kind.possible else "-->"
    return f"{line}|{_quoted(edge.lines)}|" if edge.lines else line


def _quoted(lines: Iterable[str]) -> str:
    """Lines of a label in which no character means anything.

    >>> print(_quoted(['Brood & "Co" #1', '1. <b>*vet*</b>']))
    "Brood #38; #34;Co#34; #35;1<br/>1#46; #60;b#62;#42;vet#42;#60;/b#62;"
    """
    return '"' + ("<br/>".join(_plain(line) for line in lines) or NOTHING) + '"'


def _plain(text: str) -> str:
    text = " ".join(text.split())
    for own, apart in _OWN:
        text = own.sub(apart, text)
    return _MARKUP.sub(lambda found: f"#{ord(found[0])};", text)


def _title(text: str) -> str:
    """A line of YAML; Mermaid looks for tags in the whole file before it reads anything."""
    return as_json(text).replace("<", r"\u003c").replace(">", r"\u003e")
