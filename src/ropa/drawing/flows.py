"""The flows of a sharing graph as they are drawn: like flows between the same two as one, put in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from ropa.drawing.voice import Voice
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
        return len(self.role) != 1 and not self.begins and not self.source

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
        source=bool(edge.get("source")),
        possible=bool(edge.get("possible")),
        leaves=bool(leaving(edge, on)),
        status=_status(edge, on),
    )


def _status(edge: Facts, on: date) -> str:
    since, until = str(edge.get("valid_from") or ""), str(edge.get("valid_until") or "")
    if since > on.isoformat():
        return f"planned {since}"
    return f"ended {until}" if until and until < on.isoformat() else ""


def says_transfers(flow: Flow, voice: Voice, on: date) -> tuple[str, ...]:
    """For each set of countries outside the EEA: their codes, and the grounds stated for them."""
    found: dict[str, list[str]] = {}
    for edge in flow.edges:
        if codes := leaving(edge, on):
            found.setdefault(", ".join(codes), []).extend(_grounds(edge, voice))
    return tuple(
        f"{codes}: {', '.join(dict.fromkeys(grounds))}" if grounds else codes for codes, grounds in found.items()
    )


def _grounds(edge: Facts, voice: Voice) -> list[str]:
    stated = list(voice.terms("grounds", edge.get("grounds") or ()))
    if undecided := voice.terms("grounds", edge.get("grounds_any_of") or ()):
        stated.append(voice.phrase("one-of", grounds=f" {voice.phrase('or')} ".join(undecided)))
    # A contract may hold the clauses, so that only a flow without any says nothing of a ground.
    if not stated and not edge.get("agreements"):
        stated.append(voice.phrase("no-ground"))
    return stated


def says_role(flow: Flow, voice: Voice) -> str:
    """What the recipient is in this flow; nothing where that goes without saying."""
    if flow.kind.begins:
        return ""
    if flow.kind.source:
        return voice.phrase("source")
    if not flow.kind.role:
        return voice.phrase("role-unstated")
    words = voice.terms("roles", flow.kind.role)
    return words[0] if len(words) == 1 else f" {voice.phrase('or')} ".join(words)


def says_status(flow: Flow, voice: Voice) -> tuple[str, ...]:
    """Whether it may happen, under which condition, and whether it is planned or has ended."""
    said = [voice.phrase("possible")] if flow.kind.possible else []
    said += [voice.text(when) for when in flow.each("when")]
    if flow.kind.status:
        word, day = flow.kind.status.split(" ", 1)
        said.append(voice.phrase(word, date=voice.text(day)))
    return tuple(said)


def says_all(flow: Flow, names: Mapping[str, str], voice: Voice, on: date) -> str:
    """The whole flow in one sentence."""
    kind_of = {
        "data": voice.terms("personal-data", flow.all("personal_data")),
        "subjects": voice.terms("data-subjects", flow.all("data_subjects")),
        "processed-in": voice.terms("countries", flow.all("countries")),
        "accessed-from": voice.terms("countries", flow.all("access_from")),
        "activities": tuple(voice.text(name) for name in flow.each("activity_name")),
        "leaves": says_transfers(flow, voice, on),
    }
    parts = [says_role(flow, voice), ", ".join(voice.terms("processing", flow.all("processing")))]
    parts += [voice.phrase(f"said-{key}", words=", ".join(words)) for key, words in kind_of.items() if words]
    parts += says_status(flow, voice)
    return voice.phrase(
        "said-flow",
        sender=names[flow.sender],
        recipient=names[flow.recipient],
        details="; ".join(part for part in parts if part) or "–",
    )
