"""A sharing graph in words: what the formats with labels say of each node and each edge, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from ropa.drawing.flows import Facts, Flow, flows
from ropa.drawing.ink import INK, LEAVING, LOOKS
from ropa.drawing.parties import Party, called, parties, says_count, says_party, says_roles
from ropa.drawing.telling import says_all, says_behalf, says_role, says_status, says_transfers, shorten
from ropa.drawing.voice import Voice
from ropa.glossary import require

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from ropa.law import Tables

ANY_DAY = date.max
"""Stands for the day of a graph of every day: the latest that is known of who belongs to the EEA."""

MANY = 4
"""So many are named for whom a flow goes; of more the rest is counted."""


@dataclass(frozen=True, slots=True)
class Node:
    """A party or a group of people in words."""

    key: str
    facts: Facts
    name: str
    lines: tuple[str, ...]
    """Its label: name, how many it stands for, roles, countries."""
    sentence: str
    """All that is known of it, nothing shortened."""
    look: str
    """The role that decides how it looks: one of `LOOKS`."""
    named: bool

    @property
    def classes(self) -> tuple[str, ...]:
        """What a style can take hold of."""
        look = self.look or "roleless"
        return (look,) if self.named else (look, "unnamed")


@dataclass(frozen=True, slots=True)
class Edge:
    """A flow in words."""

    sender: str
    recipient: str
    key: str
    facts: Facts
    lines: tuple[str, ...]
    """Its label: the role of the recipient, what is done, for whom, whether it may happen, what leaves the EEA."""
    sentence: str
    """The whole flow, nothing shortened."""
    flow: Flow

    @property
    def classes(self) -> tuple[str, ...]:
        """What a style can take hold of."""
        kind = self.flow.kind
        marks = {"begins": kind.begins, "source": kind.source, "possible": kind.possible}
        marks |= {"open": kind.open, "leaves": kind.leaves}
        return (*kind.role, *(word for word, is_so in marks.items() if is_so))

    @property
    def colour(self) -> str:
        """The colour of its line, as in the picture."""
        kind = self.flow.kind
        if kind.leaves:
            return LEAVING
        role = "people" if kind.begins else kind.role[0] if len(kind.role) == 1 else ""
        return LOOKS[role].stroke if role and role in LOOKS else INK


@dataclass(frozen=True, slots=True)
class Told:
    """A graph in words."""

    title: str
    language: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def told(graph: MultiDiGraph[str], language: str, tables: Tables | None = None, judged: bool = True) -> Told:
    """The graph in words, nodes and edges in its own order; `UnknownLanguage` where there are none.

    The day is the graph's own. In a graph of every day nothing is called planned or ended; its edges say from when
    until when they are valid.
    """
    voice = Voice(require(language), str(graph.graph.get("language") or ""), tables, judged)
    day = str(graph.graph.get("on") or "")
    on = date.fromisoformat(day) if day else ANY_DAY
    drawn = flows(graph, on, tables)
    shown = parties(graph, drawn, voice, on)
    voice = replace(voice, called=called(shown.values()))
    # Like flows are drawn as one, told one by one; the facts of an edge tell which drawn flow it is part of.
    drawn_as = {id(edge): flow for flow in drawn for edge in flow.edges}
    names = {key: shorten(party.name) for key, party in shown.items()}
    edges = []
    for sender, recipient, key, facts in graph.edges(keys=True, data=True):
        kind = drawn_as[id(facts)].kind
        flow = Flow(sender, recipient, kind if day else replace(kind, status=""), [facts])
        edges.append(_edge(flow, str(key), facts, names, voice, on))
    return Told(
        _title(graph, voice, day),
        language,
        tuple(_node(shown[key], facts, voice) for key, facts in graph.nodes(data=True)),
        tuple(edges),
    )


def _title(graph: MultiDiGraph[str], voice: Voice, day: str) -> str:
    register = voice.text(graph.graph.get("register") or "")
    heading = voice.phrase("title-of", register=shorten(register)) if register else voice.phrase("title")
    return f"{heading} · {voice.phrase('on', date=day)}" if day else heading


def _node(party: Party, facts: Facts, voice: Voice) -> Node:
    places = ", ".join(
        (*party.countries, *(voice.phrase("access", country=one) for one in party.access_from))
    )
    lines = (shorten(party.name), says_count(party, voice), says_roles(party, voice), places)
    return Node(
        party.key,
        facts,
        party.name,
        _said(lines),
        says_party(party, voice),
        party.look,
        party.named,
    )


def _edge(flow: Flow, key: str, facts: Facts, names: Mapping[str, str], voice: Voice, on: date) -> Edge:
    deeds = ", ".join(voice.terms("processing", flow.all("processing")))
    activity = "" if deeds else ", ".join(map(voice.text, flow.each("activity_name", "activity_names")))
    lines = (
        says_role(flow, voice),
        shorten(deeds or activity),
        *says_behalf(flow, voice, MANY),
        *map(shorten, says_status(flow, voice)),
        _validity(facts) if on == ANY_DAY else "",
        *map(shorten, says_transfers(flow, voice, on)),
    )
    sentence = says_all(flow, names, voice, on)
    return Edge(flow.sender, flow.recipient, key, facts, _said(lines), sentence, flow)


def _validity(facts: Facts) -> str:
    days: Any = facts.get("valid_from") or "", facts.get("valid_until") or ""
    return " – ".join(days).strip() if any(days) else ""


def _said(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line for line in lines if line.strip())
