"""Who shares what with whom: the register as a graph that can be asked."""

from ropa.sharing.graph import SharingGraph, around, drawn, flows_of, sharing_graph
from ropa.sharing.holders import Holders, Holding, holders

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
