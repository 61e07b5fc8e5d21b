"""The sharing graph as a value: a networkx graph that shows itself, and takes edges without copying their facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import networkx as nx

from ropa.glossary import LANGUAGES, spoken

if TYPE_CHECKING:
    _Graph = nx.MultiDiGraph[str]
else:
    _Graph = nx.MultiDiGraph

DRAWN_UP_TO = 400
"""How many flows a graph draws when it shows itself; a larger one only says how large it is."""


class SharingGraph(_Graph):
    """A `networkx.MultiDiGraph` that shows itself in a notebook. Everything networkx offers works on it."""

    def _repr_svg_(self) -> str | None:
        if self.number_of_edges() > DRAWN_UP_TO:
            return None
        # What draws stands above this room, and is only looked for when somebody looks.
        drawing = import_module("ropa.drawing")
        language = str(self.graph.get("language") or LANGUAGES[0])
        # A graph made without a day is drawn without one: what shows itself does not ask the clock.
        on = date.fromisoformat(self.graph["on"]) if self.graph.get("on") else None
        made = drawing.picture(self, language=spoken(language), on=on)
        return str(drawing.svg(made))

    def joiner(self) -> Callable[[str, str, str, dict[str, Any]], None]:
        """What takes edges (start, end, key, facts), each with its facts as they are.

        `add_edge` copies them twice, which is most of its time. A node that is not there yet comes with its edge, as it
        does there. Without the mappings in which networkx keeps its edges, as today's versions name them, `add_edge`
        does the work.
        """
        succ, pred = getattr(self, "_succ", None), getattr(self, "_pred", None)
        if succ is None or pred is None:
            return self._joined_slowly

        def join(start: str, end: str, key: str, facts: dict[str, Any]) -> None:
            if start not in succ or end not in succ:
                self.add_nodes_from((start, end))
            onward = succ[start]
            if end in onward:
                onward[end][key] = facts
            else:
                onward[end] = pred[end][start] = {key: facts}

        return join

    def _joined_slowly(self, start: str, end: str, key: str, facts: dict[str, Any]) -> None:
        self.add_edge(start, end, key, **facts)
