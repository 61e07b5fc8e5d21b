"""The nodes of a sharing graph as they are drawn, put in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ropa.drawing.flows import Facts, Flow
from ropa.drawing.ink import LOOKS
from ropa.drawing.voice import Voice
from ropa.law import outside_eea

if TYPE_CHECKING:
    from networkx import MultiDiGraph


@dataclass(frozen=True, slots=True)
class Party:
    """A party, or a group of data subjects: what its box tells."""

    key: str
    name: str
    roles: tuple[str, ...]
    """`people`, or the roles it has in flows, in the order of `LOOKS`; none where no flow states one."""
    services: tuple[str, ...]
    named: bool
    countries: tuple[str, ...]
    access_from: tuple[str, ...]
    outside: frozenset[str]
    """Those of its countries that lie outside the EEA on the day of the picture."""

    @property
    def look(self) -> str:
        """The role that decides how it looks."""
        return self.roles[0] if self.roles else ""


def parties(graph: MultiDiGraph[str], flows: Sequence[Flow], voice: Voice, on: date) -> dict[str, Party]:
    """Every node by its key: people first, then the holder, controllers, and the others as the graph has them."""
    into: dict[str, list[Flow]] = {key: [] for key in graph.nodes}
    for flow in flows:
        into[flow.recipient].append(flow)
    found = {key: _party(key, facts, into[key], voice, on) for key, facts in graph.nodes(data=True)}
    holder = graph.graph.get("holder")

    def leftness(party: Party) -> int:
        if party.key == holder:
            return 1
        return {"people": 0, "controller": 2, "joint-controller": 3}.get(party.look, 4)

    return dict(sorted(found.items(), key=lambda item: leftness(item[1])))


def _party(key: str, facts: Facts, into: Sequence[Flow], voice: Voice, on: date) -> Party:
    people = facts.get("kind") == "people"
    name = facts.get("name") or key.partition(":")[2]
    countries = _each(into, "countries")
    access_from = tuple(code for code in _each(into, "access_from") if code not in countries)
    return Party(
        key=key,
        name=voice.term("data-subjects", name) if people else voice.text(name),
        roles=("people",) if people else _roles(facts, into),
        services=voice.terms("services", facts.get("services") or ()),
        named=facts.get("named") is not False,
        countries=countries,
        access_from=access_from,
        outside=frozenset(outside_eea((*countries, *access_from), on)),
    )


def _each(flows: Sequence[Flow], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for flow in flows for code in flow.all(name)))


def _roles(facts: Facts, into: Sequence[Flow]) -> tuple[str, ...]:
    stated = {flow.kind.role[0] for flow in into if len(flow.kind.role) == 1}
    if facts.get("controller_of"):
        stated.add("controller")
    return tuple(role for role in LOOKS if role in stated)


def says_roles(party: Party, voice: Voice) -> str:
    """What a party is, in one line."""
    if party.look == "people":
        return voice.phrase("people")
    return ", ".join(voice.terms("roles", party.roles))


def says_party(party: Party, voice: Voice) -> str:
    """All that its box tells, in words."""
    parts = [party.name, says_roles(party, voice), ", ".join(party.services)]
    if not party.named:
        parts.append(voice.phrase("said-unnamed"))
    if party.countries:
        parts.append(
            voice.phrase("said-processed-in", words=", ".join(voice.terms("countries", party.countries)))
        )
    if party.access_from:
        parts.append(
            voice.phrase("said-accessed-from", words=", ".join(voice.terms("countries", party.access_from)))
        )
    return "; ".join(part for part in parts if part)
