"""Who shares what with whom: the register as a graph that can be asked."""

from ropa.sharing.graph import SharingGraph, drawn, flows_of, sharing_graph
from ropa.sharing.holders import Holders, Holding, holders
from ropa.sharing.part import around

__all__ = [
    "Holders",
    "Holding",
    "SharingGraph",
    "around",
    "drawn",
    "flows_of",
    "holders",
    "sharing_graph",
]
