"""The flows of a sharing graph as they are drawn: like flows between the same two as one, put in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from ropa.law import outside_eea
from ropa.sharing.counted import stated

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables

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
    """`planned` or `ended` on the day of the picture, with the date; else, and without a day, nothing."""
    mixed: bool = False
    """Whether flows of all roles are one line, as between parties of two countries."""
    returned: bool = False
    """Whether it goes back from a processor to who engages it."""
    unsettled: bool = False
    """Of flows of all roles that are one line: whether each leaves the role of its recipient open."""

    @property
    def open(self) -> bool:
        """Whether the role of the recipient is undecided or not stated."""
        if self.mixed:
            return self.unsettled
        plain = self.source or self.returned
        return len(self.role) > 1 or not (self.role or plain)

    @property
    def key(self) -> str:
        """The same in one word."""
        marks = [
            word
            for word in ("begins", "source", "returned", "unsettled", "possible", "leaves")
            if getattr(self, word)
        ]
        role = "mixed" if self.mixed else "+".join(self.role) or "unstated"
        return "/".join([role, *marks, *([self.status] if self.status else [])])


@dataclass(slots=True)
class Flow:
    """One drawn flow: the edges of the graph that it stands for."""

    sender: str
    recipient: str
    kind: Kind
    edges: list[Facts] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    """Those of the edges; of an edge that stands for several flows, those of the flows."""

    @property
    def key(self) -> str:
        """Stays the same when other flows come or go."""
        return f"flow:{self.sender}>{self.recipient}#{self.kind.key}"

    def all(self, name: str) -> tuple[Any, ...]:
        """Everything its edges list under a name, each once."""
        return _distinct(item for edge in self.edges for item in edge.get(name) or ())

    def each(self, name: str, several: str) -> tuple[Any, ...]:
        """What its edges say under a name, or an edge of several flows under another; each once, nothing left out."""
        said = (edge.get(several) or [edge.get(name)] for edge in self.edges)
        return _distinct(item for items in said for item in items if item)

    def says(self, name: str, several: str = "") -> Literal["", "partly", "wholly"]:
        """How many of its edges say something under a name, or an edge of several flows under another."""
        said = [bool(edge.get(name) or edge.get(several)) for edge in self.edges]
        if not any(said):
            return ""
        # an edge that stands for several flows tells what not all of them say
        part = any(name in edge.get("partly", ()) for edge in self.edges)
        return "wholly" if all(said) and not part else "partly"

    @property
    def stated(self) -> set[tuple[str, str, str]]:
        """The flows it stands for, as the register states them; none where it shows how data begin."""
        keys = self.keys if len(self.keys) == len(self.edges) else [""] * len(self.edges)
        ends = (self.sender, self.recipient)
        return stated((*ends, key, edge) for key, edge in zip(keys, self.edges, strict=True))

    @property
    def count(self) -> int:
        """How many those are."""
        return len(self.stated)

    @property
    def folded(self) -> bool:
        """Whether one of its ends stands for several parties."""
        return any("flows" in edge for edge in self.edges)


def _distinct(items: Iterable[Any]) -> tuple[Any, ...]:
    """Each once, in order; texts in several languages are mappings and so cannot be members of a set."""
    found = {tuple(sorted(item.items())) if isinstance(item, Mapping) else item: item for item in items}
    return tuple(found.values())


def flows(graph: MultiDiGraph[str], on: date | None, tables: Tables | None = None) -> list[Flow]:
    """The flows to draw, in the order in which the graph first has them; without a day none is planned or ended.

    `tables` are dated tables with rows of one's own, by which some leave the EEA; the library's where none are given.
    """
    folds = {node for node, facts in graph.nodes(data=True) if facts.get("kind") == "fold"}
    found: dict[tuple[str, str, Kind], Flow] = {}
    for sender, recipient, key, edge in graph.edges(keys=True, data=True):
        # Between many and many a line for each role would hide what there is to see; what is certain is never
        # drawn together with what is not.
        kind = (_mixed if sender in folds and recipient in folds else _kind)(edge, on, tables)
        flow = found.setdefault((sender, recipient, kind), Flow(sender, recipient, kind))
        flow.edges.append(edge)
        flow.keys += edge.get("keys") or [str(key)]
    return list(found.values())


def role_of(edge: Facts) -> tuple[str, ...]:
    """What the recipient is in a flow; a processor engaged by a processor is a sub-processor."""
    roles = tuple(edge.get("role") or ())
    return ("sub-processor",) if roles == ("processor",) and edge.get("sub_processor") else roles


def leaving(edge: Facts, on: date | None, tables: Tables | None = None) -> tuple[str, ...]:
    """The countries outside the EEA where data of a flow are processed or can be reached."""
    codes = (*(edge.get("countries") or ()), *(edge.get("access_from") or ()))
    return _distinct(outside(codes, on, tables))


def outside(codes: Iterable[str], on: date | None, tables: Tables | None = None) -> tuple[str, ...]:
    """Those of the codes that lie outside the EEA on a day; without a day, as the dated table of its members ends.

    >>> outside(["BE", "GB"], date(2020, 12, 31)), outside(["BE", "GB"], None)
    ((), ('GB',))
    """
    return outside_eea(codes, on or date.max, tables)


def _mixed(edge: Facts, on: date | None, tables: Tables | None) -> Kind:
    kind = _kind(edge, on, tables)
    return Kind(
        role=(),
        begins=False,
        source=False,
        possible=kind.possible,
        leaves=kind.leaves,
        status=kind.status,
        mixed=True,
        unsettled=kind.open,
    )


def _kind(edge: Facts, on: date | None, tables: Tables | None) -> Kind:
    return Kind(
        role=role_of(edge),
        begins=bool(edge.get("begins")),
        source=bool(edge.get("is_source")),
        possible=bool(edge.get("possible")),
        leaves=bool(leaving(edge, on, tables)),
        status=_status(edge, on),
        returned=bool(edge.get("is_return")),
    )


def _status(edge: Facts, on: date | None) -> str:
    if on is None:
        return ""
    since, until = str(edge.get("valid_from") or ""), str(edge.get("valid_until") or "")
    if since > on.isoformat():
        return f"planned {since}"
    return f"ended {until}" if until and until < on.isoformat() else ""
