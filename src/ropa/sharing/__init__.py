"""Who shares what with whom: the register as a graph that can be asked.

What needs networkx is looked up when it is first used: a check or a report of records does without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ropa.sharing.answer import Answer
from ropa.sharing.chain import Chain, chain
from ropa.sharing.circle import Cycle, Diamond
from ropa.sharing.concentration import Concentration, concentration
from ropa.sharing.engagement import Authorisation, Permission
from ropa.sharing.further_up import Withheld
from ropa.sharing.gaps import Gap, GapKind, Gaps, gaps
from ropa.sharing.holders import Holders, holders
from ropa.sharing.holding import Holding
from ropa.sharing.impact import Changed, Impact, Indicator, Notification, Touched, impact
from ropa.sharing.leg import Leg, Strength
from ropa.sharing.link import Link
from ropa.sharing.safeguards import PathSafeguards, Route, path_safeguards
from ropa.sharing.weight import Weight

if TYPE_CHECKING:
    from ropa.sharing.folding import fold as fold
    from ropa.sharing.graph import (
        SharingGraph as SharingGraph,
        drawn as drawn,
        edges_of as edges_of,
        flows_of as flows_of,
        sharing_graph as sharing_graph,
    )
    from ropa.sharing.part import around as around
    from ropa.sharing.places import countries as countries

_HOMES = {
    "SharingGraph": "ropa.sharing.graph",
    "drawn": "ropa.sharing.graph",
    "edges_of": "ropa.sharing.graph",
    "flows_of": "ropa.sharing.graph",
    "sharing_graph": "ropa.sharing.graph",
    "around": "ropa.sharing.part",
    "countries": "ropa.sharing.places",
    "fold": "ropa.sharing.folding",
}

__all__ = [
    "Answer",
    "Authorisation",
    "Chain",
    "Changed",
    "Concentration",
    "Cycle",
    "Diamond",
    "Gap",
    "GapKind",
    "Gaps",
    "Holders",
    "Holding",
    "Impact",
    "Indicator",
    "Leg",
    "Link",
    "Notification",
    "PathSafeguards",
    "Permission",
    "Route",
    "SharingGraph",
    "Strength",
    "Touched",
    "Weight",
    "Withheld",
    "around",
    "chain",
    "concentration",
    "countries",
    "drawn",
    "edges_of",
    "flows_of",
    "fold",
    "gaps",
    "holders",
    "impact",
    "path_safeguards",
    "sharing_graph",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'ropa.sharing' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value
