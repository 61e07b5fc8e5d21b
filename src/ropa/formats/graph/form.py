"""The forms in which the sharing graph of a register leaves for other programs, by name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from types import MappingProxyType

from ropa.model import Register

FORMS: Mapping[str, bool] = MappingProxyType(
    {"graphml": False, "node-link": False, "cytoscape": False, "dot": True, "mermaid": True}
)
"""Every form, and whether it is a picture: a picture leaves out the parties that no flow touches."""


def write(
    register: Register,
    form: str,
    *,
    language: str,
    on: date,
    party: str | None = None,
    activity: str | None = None,
    data: str | None = None,
    depth: int = 0,
) -> str:
    """The sharing graph of a register on a day in one of `FORMS`, or the part of it around one thing.

    As in the picture, a party alone (the holder apart) stands for the flows it sends or receives.
    """
    from ropa.sharing import around, drawn, flows_of, sharing_graph

    if party and party != register.holder and not (activity or data or depth):
        graph = flows_of(sharing_graph(register, on), party)
    else:
        graph = around(register, on=on, party=party, activity=activity, data=data, depth=depth)
    if FORMS[form]:
        graph = drawn(graph)
    room = import_module(f"ropa.formats.graph.{form.replace('-', '_')}")
    text: str = room.write(graph, language=language)
    return text
