"""Who shares what with whom: the register as a graph that can be asked."""

from ropa.sharing.answer import Answer
from ropa.sharing.chain import Chain, chain
from ropa.sharing.circle import Cycle, Diamond
from ropa.sharing.concentration import Concentration, concentration
from ropa.sharing.engagement import Authorisation, Permission
from ropa.sharing.fold import countries, fold
from ropa.sharing.gaps import Gap, GapKind, Gaps, gaps
from ropa.sharing.graph import SharingGraph, drawn, flows_of, sharing_graph
from ropa.sharing.holders import Holders, Holding, holders
from ropa.sharing.impact import Changed, Impact, Indicator, Notification, Touched, impact
from ropa.sharing.link import Link
from ropa.sharing.part import around
from ropa.sharing.safeguards import Leg, PathSafeguards, Route, Strength, path_safeguards
from ropa.sharing.weight import Weight

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
    "around",
    "chain",
    "concentration",
    "countries",
    "drawn",
    "flows_of",
    "fold",
    "gaps",
    "holders",
    "impact",
    "path_safeguards",
    "sharing_graph",
]
