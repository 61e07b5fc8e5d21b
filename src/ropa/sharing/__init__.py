"""Who shares what with whom: the register as a graph that can be asked."""

from ropa.sharing.answer import Answer
from ropa.sharing.graph import SharingGraph, drawn, flows_of, sharing_graph
from ropa.sharing.holders import Holders, Holding, holders
from ropa.sharing.impact import Changed, Impact, Indicator, Notice, Touched, impact
from ropa.sharing.part import around
from ropa.sharing.safeguards import Leg, PathSafeguards, Route, Strength, path_safeguards

__all__ = [
    "Answer",
    "Changed",
    "Holders",
    "Holding",
    "Impact",
    "Indicator",
    "Leg",
    "Notice",
    "PathSafeguards",
    "Route",
    "SharingGraph",
    "Strength",
    "Touched",
    "around",
    "drawn",
    "flows_of",
    "holders",
    "impact",
    "path_safeguards",
    "sharing_graph",
]
