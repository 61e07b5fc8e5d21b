"""The picture of who shares data with whom, as SVG."""

from __future__ import annotations

from datetime import date

from ropa import drawing
from ropa.model import Register
from ropa.sharing import around, drawn, flows_of, sharing_graph


def write(
    register: Register,
    *,
    language: str,
    on: date,
    party: str | None = None,
    activity: str | None = None,
    data: str | None = None,
    depth: int = 0,
) -> str:
    """The sharing graph of a register on a day as a standalone SVG document, or the part of it around one thing."""
    if party and party != register.holder and not (activity or data or depth):
        graph = flows_of(drawn(sharing_graph(register, on)), party)
    else:
        graph = drawn(around(register, on=on, party=party, activity=activity, data=data, depth=depth))
    return drawing.svg(drawing.picture(graph, language=language, on=on))
