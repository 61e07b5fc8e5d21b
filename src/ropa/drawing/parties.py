"""The nodes of a sharing graph as they are drawn, put in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from ropa.drawing.flows import Facts, Flow, outside, role_of
from ropa.drawing.ink import LOOKS, OUTSIDE, Look
from ropa.drawing.voice import Voice

if TYPE_CHECKING:
    from networkx import MultiDiGraph

NAMES = " · "
"""Between names of parties, which themselves hold commas."""


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
    """Those of its countries that lie outside the EEA on the day of the picture, as `flows.outside` says."""
    folded: tuple[str, ...] = ()
    """The names of the parties or groups of people it stands for, where it is no party itself."""
    abroad: bool = False
    """Whether it stands for a country outside the EEA, or for the parties of one."""
    by: str = ""
    """What those it stands for have in common."""
    members: tuple[str, ...] = ()
    """Their nodes: one party may stand in several boxes."""

    @property
    def piled(self) -> bool:
        """Whether it stands for several."""
        return len(self.folded) > 1

    @property
    def look(self) -> str:
        """The role that decides how it looks; several parties look like a role that they share."""
        return self.roles[0] if len(self.roles) == 1 or (self.roles and not self.folded) else ""

    @property
    def ink(self) -> Look:
        """How it looks."""
        return OUTSIDE if self.abroad else LOOKS[self.look]


def parties(
    graph: MultiDiGraph[str], flows: Sequence[Flow], voice: Voice, on: date | None
) -> dict[str, Party]:
    """Every node by its key: people first, then the holder, controllers, and the others as the graph has them."""
    into: dict[str, list[Flow]] = {key: [] for key in graph.nodes}
    for flow in flows:
        into[flow.recipient].append(flow)
    found = {key: _party(key, facts, into[key], voice, on) for key, facts in graph.nodes(data=True)}
    named = Counter(party.name for party in found.values() if party.key.startswith("party:"))
    for key, party in found.items():
        if (
            party.key.startswith("party:") and named[party.name] > 1
        ):  # two of one name are told apart by their keys
            found[key] = replace(party, name=f"{party.name} ({voice.text(key.partition(':')[2])})")
    holder = graph.graph.get("holder")

    def leftness(party: Party) -> int:
        if party.key == holder:
            return 1
        return {"people": 0, "controller": 2, "joint-controller": 3}.get(party.look, 4)

    return dict(sorted(found.items(), key=lambda item: leftness(item[1])))


def _party(key: str, facts: Facts, into: Sequence[Flow], voice: Voice, on: date | None) -> Party:
    people = "people" in (facts.get("kind"), facts.get("by"))
    folded = tuple(facts.get("names") or ())
    countries = _each(into, "countries")
    access_from = tuple(code for code in _each(into, "access_from") if code not in countries)
    return Party(
        key=key,
        name=_name(key, facts, people, voice),
        roles=("people",) if people else _roles(facts, into),
        services=voice.terms("services", facts.get("services") or ()),
        named=facts.get("named") is not False,
        countries=countries,
        access_from=access_from,
        outside=frozenset(outside((*countries, *access_from), on, voice.tables)),
        abroad=facts.get("by") in ("country", "place")
        and bool(outside([facts["value"]] if facts["value"] else [], on, voice.tables)),
        folded=voice.terms("data-subjects", folded) if people else tuple(voice.text(one) for one in folded),
        by=str(facts.get("by") or ""),
        members=tuple(facts.get("folded") or (key,)),
    )


def _name(key: str, facts: Facts, people: bool, voice: Voice) -> str:
    """What it is called; parties that stand together have the name of what they share."""
    if facts.get("kind") == "fold":
        by, value = str(facts["by"]), facts.get("name") or facts["value"]
        if by == "people" or not value:
            return voice.phrase("people" if by == "people" else f"unstated-{by}")
        vocabulary = {"country": "countries", "place": "countries", "kind": "services"}.get(by)
        return voice.term(vocabulary, value) if vocabulary else voice.text(value)
    name = facts.get("name") or key.partition(":")[2]
    return voice.term("data-subjects", name) if people else voice.text(name)


def _each(flows: Sequence[Flow], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for flow in flows for code in flow.all(name)))


def _roles(facts: Facts, into: Sequence[Flow]) -> tuple[str, ...]:
    roles = [role_of(edge) for flow in into for edge in flow.edges]
    stated = {role[0] for role in roles if len(role) == 1}
    if facts.get("kind") == "fold" and (len(stated) > 1 or any(len(role) != 1 for role in roles)):
        return ()  # several parties have a role together only where each has it in every flow
    if facts.get("controller_of") and facts.get("kind") != "fold":
        stated.add("controller")
    return tuple(role for role in LOOKS if role in stated)


def called(shown: Iterable[Party]) -> dict[str, str]:
    """What parties are called, by their nodes: those that are drawn, and those that others stand for."""
    found: dict[str, str] = {}
    for party in shown:
        if party.look != "people":
            found |= zip(party.members, party.folded or (party.name,), strict=True)
    return found


def says_roles(party: Party, voice: Voice) -> str:
    """What a party is, in one line."""
    if party.look == "people":
        return "" if party.folded else voice.phrase("people")
    return ", ".join(voice.terms("roles", party.roles))


def says_count(party: Party, voice: Voice) -> str:
    """How many it stands for; nothing where it is one."""
    if not party.folded:
        return ""
    return voice.phrase("people-groups" if party.look == "people" else "parties", count=len(party.folded))


def says_party(party: Party, voice: Voice, *, members: bool = True, between: str = "; ") -> str:
    """All that its box tells, in words; without `members` not whom it stands for, who may be many."""
    parts = [party.name, says_count(party, voice), says_roles(party, voice), ", ".join(party.services)]
    if party.folded and members:
        parts.append(voice.phrase("said-folded", names=NAMES.join(party.folded)))
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
    return between.join(part for part in parts if part)
