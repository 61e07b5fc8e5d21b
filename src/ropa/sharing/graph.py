"""The sharing graph: parties and groups of people as nodes, one edge for every flow.

Nodes are `party:KEY` and `people:TERM`. All attributes are plain text, numbers, lists and mappings, so that the
graph leaves as JSON without loss.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ropa.law import Tables
from ropa.model import PEOPLE, Party, Register, Seen
from ropa.model.asked import one_register
from ropa.model.dump import plain
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.sharing import edge
from ropa.sharing.by_law import ByLaw
from ropa.sharing.carried import Load, loads
from ropa.sharing.edge import NOTHING, Row, Words, listed
from ropa.sharing.network import SharingGraph as SharingGraph
from ropa.sharing.reach import Reach
from ropa.sharing.spread import Spread
from ropa.transfer import Grounds

FROM_PEOPLE = {"data-subject", "automatic"}
"""Sources of data that are no other party: the people say it, or their use of something is recorded."""
UNNAMED_PEOPLE = "data-subjects"
"""The people of an activity that does not say who they are."""


def party_node(key: str) -> str:
    """The node of a party."""
    return f"party:{key}"


def people_node(term: Any) -> str:
    """The node of a group of people: their term, or the words the register uses."""
    return f"people:{term if isinstance(term, str) else next(iter(term.values()))}"


def sharing_graph(register: Register, on: date | None = None, tables: Tables | None = None) -> SharingGraph:
    """The graph of a register: on a day, or with `on=None` every flow, whenever it is valid.

    Node attributes of a party: `kind` "party", `name`, `named`, `party_kind`, `services`, `country`, `group` (a node),
    `public_body`, `controller_of` (activities). Of people: `kind` "people", `name`. Edge attributes: `activity`, `activity_name`,
    `personal_data`, `data_subjects`, `role` (none: not stated; several: undecided), `sub_processor`, `processing`,
    `countries`, `access_from`, `agreements`, `grounds`, `listed_in`, `grounds_any_of`, `possible`, `when`, `valid_from`,
    `valid_until`, `general`, `is_source`, `is_return`, `customers`, `path`, `inferred`, `contradicted` (the fields that are no more than that, "flow" for the whole); an edge at which data begin has `begins`.
    `listed_in` are the countries for which alone a listing among the `grounds` counts.
    Of the countries for which the register records no ground, `adequate` are those that an adequacy decision reaches
    on the day, `adequate_if` those where it is open whether one does (Article 45; `tables` are dated tables with rows
    of your own). Without a day both are empty.
    The data of an edge are those that the flow carries: of what it names, what its sender may hold, as `holders` says.

    Edges share their lists and the texts in several languages, which are the same few again and again, and so refuse
    to be changed: put another one in the place of it. A copy is a plain list or mapping.
    """
    one_register(register, tables)
    graph = SharingGraph()
    graph.graph.update(
        register=plain(register.party(register.holder).name) or register.holder if register.holder else "",
        holder=party_node(register.holder) if register.holder else "",
        language=register.language,
        on="" if on is None else as_day(on).isoformat(),
    )
    with no_collecting():
        seen = [one for one in register.seen() if one.activity.holds(on)]
        deciding = {one.activity.key: register.controllers_of(one.activity) for one in seen}
        parties = _Parties()
        _parties(graph, register, deciding, parties)
        _flows(graph, register, seen, deciding, parties, on, tables)
    return graph


def _flows(
    graph: SharingGraph,
    register: Register,
    activities: Sequence[Seen],
    deciding: Mapping[str, Sequence[str]],
    parties: _Parties,
    on: date | None,
    tables: Tables | None,
) -> None:
    names = {one.key: edge.worded(one.name) or one.key for one in register.activities}
    begun: set[str] = set()
    grounds, words, people, join = Grounds.on(register, on), Words(), _People(graph), graph.joiner()
    day = None if on is None else as_day(on)
    by_law = day and ByLaw(register, day, tables, words)
    for hop, load in zip(register.flows(on=on), loads(register, day), strict=True):
        key, target = f"{hop.activity}:{hop.path}", parties[hop.recipient]
        facts = edge.of_flow(
            hop, names.get(hop.activity, hop.activity), grounds, words, load.data, load.people
        )
        if by_law and (decided := by_law.of(hop)):
            facts.update(decided)
        if hop.sender != PEOPLE:
            join(parties[hop.sender], target, key, facts)
            continue
        begun.add(hop.activity)
        for term, given in _given(load):
            own = facts.copy()
            own["personal_data"], own["data_subjects"] = given, words[(term,)] if term else NOTHING
            join(people[term or UNNAMED_PEOPLE], target, key, own)
    for one in activities:
        key = one.activity.key
        if key not in begun:
            several = len(deciding[key]) > 1 or any(
                [item.subjects for item in one.values("personal_data", on)]
            )
            spread = Reach.of(register, on)[key] if several else None
            _begin(join, one, names[key], deciding[key], people, words, on, spread)


def _given(load: Load) -> Iterable[tuple[Any, Row]]:
    """Which people give which data by a flow that begins with them."""
    if load.given is not None:
        return load.given.items()
    return [(one, load.data) for one in load.people or (None,)]


class _Parties(dict[str, str]):
    """The node of every party: made once, it is found faster than one made for each flow."""

    def __missing__(self, key: str) -> str:
        node = self[key] = party_node(key)
        return node


def _parties(
    graph: SharingGraph, register: Register, deciding: Mapping[str, Sequence[str]], nodes: _Parties
) -> None:
    controls: dict[str, list[str]] = {}
    for activity, controllers in deciding.items():
        for key in controllers:
            controls.setdefault(key, []).append(activity)
    parties: Iterable[Party] = register.parties or (
        [register.party(register.holder)] if register.holder else []
    )
    graph.add_nodes_from((nodes[one.key], _facts(one, controls.get(one.key, []))) for one in parties)


def _facts(party: Party, controller_of: list[str]) -> dict[str, Any]:
    name = party.name
    return {
        "kind": "party",
        "name": (name if name.__class__ is str else plain(name)) or party.key,
        "named": party.named is not False,
        "party_kind": party.kind or "",
        "services": [*listed(party.services)] if party.services else [],
        "country": party.country or "",
        "group": party_node(party.group) if party.group else "",
        "public_body": party.public_body is True,
        "controller_of": controller_of,
    }


class _People(dict[Any, str]):
    """The node of every group of people, which comes into the graph when it is first asked for."""

    def __init__(self, graph: SharingGraph) -> None:
        super().__init__()
        self._graph = graph

    def __missing__(self, term: Any) -> str:
        node = self[term] = people_node(term)
        if node not in self._graph:
            self._graph.add_node(node, kind="people", name=plain(term))
        return node


def from_people(seen: Seen, on: date | None) -> tuple[Any, ...]:
    """The kinds of data of an activity that name no other source than people: they themselves, or what they use."""
    items = seen.values("personal_data", on)
    own = (item.kind for item in items if not item.source or FROM_PEOPLE.intersection(item.source))
    return tuple(dict.fromkeys(own))


def _begin(
    join: Callable[[str, str, str, dict[str, Any]], None],
    seen: Seen,
    name: Any,
    controllers: Iterable[str],
    people: _People,
    words: Words,
    on: date | None,
    spread: Spread | None,
) -> None:
    """People to the controllers, where no flow says how the data begin: what names no other source than people.

    Where not all data are of everybody, or for every controller, the closure says which begin where for certain.
    """
    own = from_people(seen, on)
    if not own and seen.values("personal_data", on):
        return
    key = f"{seen.activity.key}:begins"
    facts = edge.of_beginning(seen, name, words[own])
    targets = [(controller, party_node(controller)) for controller in controllers]
    for group in seen.values("data_subjects", on):
        for controller, target in targets:
            data = facts["personal_data"]
            if spread is not None:
                begun = spread.begins(controller, group.kind)
                if begun is None:
                    continue
                begun = tuple([one for one in begun if one in own])
                if own and not begun:
                    continue
                data = words[begun]
            here = facts.copy()
            here["personal_data"], here["data_subjects"] = data, words[(group.kind,)]
            join(people[group.kind], target, key, here)


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
