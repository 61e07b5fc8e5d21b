"""The sharing graph: parties and groups of people as nodes, one edge for every flow.

Nodes are `party:KEY` and `people:TERM`. All attributes are plain text, numbers, lists and mappings, so that the
graph leaves as JSON without loss.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from ropa.law import Ground
from ropa.model import PEOPLE, Hop, Party, Register, Seen
from ropa.model.dump import plain
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.sharing.network import SharingGraph as SharingGraph
from ropa.transfer import Grounds

FROM_PEOPLE = {"data-subject", "automatic"}
"""Sources of data that are no other party: the people say it, or their use of something is recorded."""
UNNAMED_PEOPLE = "data-subjects"
"""The people of an activity that does not say who they are."""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _all(values: Iterable[Any]) -> list[Any]:
    """Each value in its plain form; always a list, however many there are."""
    return [one if one.__class__ is str else plain(one) for one in values]


class _Plain(dict[tuple[Any, ...], list[Any]]):
    """Rows of words in their plain form: the same few stand on most flows."""

    def __missing__(self, words: tuple[Any, ...]) -> list[Any]:
        found = self[words] = _all(words)
        return found


def party_node(key: str) -> str:
    """The node of a party."""
    return f"party:{key}"


def people_node(term: Any) -> str:
    """The node of a group of people: their term, or the words the register uses."""
    return f"people:{term if isinstance(term, str) else next(iter(term.values()))}"


def sharing_graph(register: Register, on: date | None = None) -> SharingGraph:
    """The graph of a register: on a day, or with `on=None` every flow, whenever it is valid.

    Node attributes of a party: `kind` "party", `name`, `named`, `party_kind`, `services`, `country`, `group` (a node),
    `public_body`, `controller_of` (activities). Of people: `kind` "people", `name`. Edge attributes: `activity`, `activity_name`,
    `personal_data`, `data_subjects`, `role` (none: not stated; several: undecided), `sub_processor`, `processing`,
    `countries`, `access_from`, `agreements`, `grounds`, `grounds_any_of`, `possible`, `when`, `valid_from`,
    `valid_until`, `general`, `is_source`, `customers`, `path`; an edge at which data begin has `begins`.
    """
    graph = SharingGraph()
    graph.graph.update(
        register=plain(register.party(register.holder).name) or register.holder if register.holder else "",
        holder=party_node(register.holder) if register.holder else "",
        language=register.language,
        on="" if on is None else as_day(on).isoformat(),
    )
    with no_collecting():
        _parties(graph, register, on)
        _flows(graph, register, on)
    return graph


def _flows(graph: SharingGraph, register: Register, on: date | None) -> None:
    seen = {one.activity.key: one for one in register.seen()}
    names = {key: plain(one.activity.name) or key for key, one in seen.items()}
    begun: set[str] = set()
    grounds, words = Grounds.on(register, on), _Plain()
    for hop in register.flows(on=on):
        key, target = f"{hop.activity}:{hop.path}", f"party:{hop.recipient}"
        rests = grounds.of(hop, hop.flow.countries + hop.flow.access_from)
        name = names.get(hop.activity, hop.activity)
        if hop.sender != PEOPLE:
            graph.join(f"party:{hop.sender}", target, key, _facts(hop, name, rests, words))
            continue
        begun.add(hop.activity)
        for term in hop.data_subjects or (UNNAMED_PEOPLE,):
            graph.join(_people(graph, term), target, key, _facts(hop, name, rests, words))
    for key, one in seen.items():
        if key not in begun and one.activity.holds(on):
            _begin(graph, register, one, names[key], on)


def _parties(graph: SharingGraph, register: Register, on: date | None) -> None:
    controls: dict[str, list[str]] = {}
    for activity in register.activities:
        if activity.holds(on):
            for key in register.controllers_of(activity):
                controls.setdefault(key, []).append(activity.key)
    parties: Iterable[Party] = register.parties or (
        [register.party(register.holder)] if register.holder else []
    )
    for party in parties:
        graph.add_node(
            party_node(party.key),
            kind="party",
            name=plain(party.name) or party.key,
            named=party.named is not False,
            party_kind=party.kind or "",
            services=_all(party.services),
            country=party.country or "",
            group=party_node(party.group) if party.group else "",
            public_body=party.public_body is True,
            controller_of=controls.get(party.key, []),
        )


def _facts(hop: Hop, name: Any, grounds: Iterable[Ground], words: _Plain) -> dict[str, Any]:
    flow = hop.flow.__dict__  # read as it is: every look at a field of a model goes a long way round
    role, any_of, when = flow["role"], flow["grounds_any_of"], flow["when"]
    starts, ends = flow["valid_from"], flow["valid_until"]
    return {
        "begins": hop.sender == PEOPLE,
        "activity": hop.activity,
        "activity_name": name,
        "personal_data": [*words[hop.personal_data]],
        "data_subjects": [*words[hop.data_subjects]],
        "role": [one.value for one in role] if role else [],
        "sub_processor": hop.sub_processor,
        "processing": [*words[flow["processing"]]],
        "countries": [*flow["countries"]],
        "access_from": [*flow["access_from"]],
        "agreements": [*hop.agreements],
        "grounds": [ground.value for ground in grounds] if grounds else [],
        "grounds_any_of": [ground.value for ground in any_of] if any_of else [],
        "possible": flow["possible"] is True,
        "when": plain(when) if when else "",
        "general": hop.general,
        "is_source": hop.source,
        "customers": [*flow["customers"]],
        "path": hop.path,
        "valid_from": starts.isoformat() if starts else "",
        "valid_until": ends.isoformat() if ends else "",
    }


def _people(graph: SharingGraph, term: Any) -> str:
    node = people_node(term)
    if node not in graph:
        graph.add_node(node, kind="people", name=plain(term))
    return node


def _begin(graph: SharingGraph, register: Register, seen: Seen, name: Any, on: date | None) -> None:
    """People to the controllers, where no flow says how the data begin and not every item names another source."""
    items = seen.values("personal_data", on)
    if items and all(item.source and not set(item.source) & FROM_PEOPLE for item in items):
        return
    activity, path, data = seen.activity, seen.path, _all([item.kind for item in items])
    controllers = [party_node(key) for key in register.controllers_of(activity)]
    key, starts, ends = f"{activity.key}:begins", _day(activity.valid_from), _day(activity.valid_until)
    for group in seen.values("data_subjects", on):
        kind = group.kind
        node, said = _people(graph, kind), plain(kind)
        for controller in controllers:
            facts = {
                "begins": True,
                "activity": activity.key,
                "activity_name": name,
                "personal_data": [*data],
                "data_subjects": [said],
                "role": [],
                "sub_processor": False,
                "processing": [],
                "countries": [],
                "access_from": [],
                "agreements": [],
                "grounds": [],
                "grounds_any_of": [],
                "possible": False,
                "when": "",
                "general": False,
                "is_source": False,
                "customers": [],
                "path": path,
                "valid_from": starts,
                "valid_until": ends,
            }
            graph.join(node, controller, key, facts)


def drawn(graph: SharingGraph) -> SharingGraph:
    """The part of a graph worth drawing: without parties that no flow touches, the holder apart."""
    kept = {node for node in graph if graph.degree(node) or node == graph.graph.get("holder")}
    return _part(graph, kept, set(graph.edges(keys=True)))


def flows_of(graph: SharingGraph, party: str) -> SharingGraph:
    """The flows a party sends or receives, and nothing else."""
    node = party_node(party)
    return edges_of(graph, (edge for edge in graph.edges(keys=True) if node in edge[:2]))


def edges_of(graph: SharingGraph, edges: Iterable[tuple[str, str, str]]) -> SharingGraph:
    """Some flows of a graph and their ends, in its own order.

    networkx gives a view instead, which goes through a small part in the order of a set: another one each time.
    """
    kept = set(edges)
    return _part(graph, {end for edge in kept for end in edge[:2]}, kept)


def _part(
    graph: SharingGraph, nodes: Collection[str], edges: Collection[tuple[str, str, str]]
) -> SharingGraph:
    made = SharingGraph()
    made.graph.update(graph.graph)
    made.add_nodes_from((node, facts) for node, facts in graph.nodes(data=True) if node in nodes)
    for start, end, key, facts in graph.edges(keys=True, data=True):
        if (start, end, key) in edges:
            made.add_edge(start, end, key, **facts)
    return made
