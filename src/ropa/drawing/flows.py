"""The flows of a sharing graph as they are drawn: like flows between the same two as one, put in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ropa.law import outside_eea

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What must be the same for flows between the same two nodes to be drawn as one."""

    role: tuple[str, ...]
    begins: bool
    source: bool
    possible: bool
    leaves: bool
    status: str
    """`planned` or `ended` on the day of the picture, with the date; else nothing."""

    @property
    def open(self) -> bool:
        """Whether the role of the recipient is undecided or not stated."""
        return len(self.role) > 1 or not (self.role or self.begins or self.source)

    @property
    def key(self) -> str:
        """The same in one word."""
        marks = [word for word in ("begins", "source", "possible", "leaves") if getattr(self, word)]
        return "/".join(["+".join(self.role) or "unstated", *marks, *([self.status] if self.status else [])])


@dataclass(slots=True)
class Flow:
    """One drawn flow: the edges of the graph that it stands for."""

    sender: str
    recipient: str
    kind: Kind
    edges: list[Facts] = field(default_factory=list)

    @property
    def key(self) -> str:
        """Stays the same when other flows come or go."""
        return f"flow:{self.sender}>{self.recipient}#{self.kind.key}"

    def all(self, name: str) -> tuple[Any, ...]:
        """Everything its edges list under a name, each once."""
        return _distinct(item for edge in self.edges for item in edge.get(name) or ())

    def each(self, name: str) -> tuple[Any, ...]:
        """What its edges say under a name, each once, without those that say nothing."""
        return _distinct(edge[name] for edge in self.edges if edge.get(name))


def _distinct(items: Iterable[Any]) -> tuple[Any, ...]:
    """Each once, in order; texts in several languages are mappings and so cannot be members of a set."""
    found = {tuple(sorted(item.items())) if isinstance(item, Mapping) else item: item for item in items}
    return tuple(found.values())


def flows(graph: MultiDiGraph[str], on: date) -> list[Flow]:
    """The flows to draw, in the order in which the graph first has them."""
    found: dict[tuple[str, str, Kind], Flow] = {}
    for sender, recipient, edge in graph.edges(data=True):
        kind = _kind(edge, on)
        flow = found.setdefault((sender, recipient, kind), Flow(sender, recipient, kind))
        flow.edges.append(edge)
    return list(found.values())


def role_of(edge: Facts) -> tuple[str, ...]:
    """What the recipient is in a flow; a processor engaged by a processor is a sub-processor."""
    roles = tuple(edge.get("role") or ())
    return ("sub-processor",) if roles == ("processor",) and edge.get("sub_processor") else roles


def leaving(edge: Facts, on: date) -> tuple[str, ...]:
    """The countries outside the EEA where data of a flow are processed or can be reached."""
    codes = (*(edge.get("countries") or ()), *(edge.get("access_from") or ()))
    return _distinct(outside_eea(codes, on))


def _kind(edge: Facts, on: date) -> Kind:
    return Kind(
        role=role_of(edge),
        begins=bool(edge.get("begins")),
        source=bool(edge.get("is_source")),
        possible=bool(edge.get("possible")),
        leaves=bool(leaving(edge, on)),
        status=_status(edge, on),
    )


def _status(edge: Facts, on: date) -> str:
    since, until = str(edge.get("valid_from") or ""), str(edge.get("valid_until") or "")
    if since > on.isoformat():
        return f"planned {since}"
    return f"ended {until}" if until and until < on.isoformat() else ""
