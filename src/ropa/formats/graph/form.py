"""The forms in which a sharing graph leaves for other programs, by name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ropa.law import Tables
    from ropa.sharing import SharingGraph

FORMS: Mapping[str, bool] = MappingProxyType(
    {"graphml": False, "node-link": False, "cytoscape": False, "dot": True, "mermaid": True}
)
"""Every form, and whether it is a picture: a picture leaves out the parties that no flow touches."""


def write(
    graph: SharingGraph, form: str, *, language: str, tables: Tables | None = None, judged: bool = True
) -> str:
    """A sharing graph, or a part of one, in one of `FORMS`.

    `tables` are dated tables with rows of one's own. Who does not see all that transfers are `judged` by is not told
    where no ground is stated.
    """
    from ropa.sharing import drawn

    room = import_module(f"ropa.formats.graph.{form.replace('-', '_')}")
    text: str = room.write(
        drawn(graph) if FORMS[form] else graph, language=language, tables=tables, judged=judged
    )
    return text
