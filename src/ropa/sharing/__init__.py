"""Who shares what with whom: the register as a graph that can be asked."""

from ropa.sharing.graph import SharingGraph, around, drawn, flows_of, sharing_graph

__all__ = ["SharingGraph", "around", "drawn", "flows_of", "sharing_graph"]
