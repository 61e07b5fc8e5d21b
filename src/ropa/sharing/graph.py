"""The sharing graph: parties and groups of people as nodes, one edge for every flow.

Nodes are `party:KEY` and `people:TERM`. All attributes are plain text, numbers, lists and mappings, so that the
graph leaves as JSON without loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

import networkx as nx

from ropa.glossary import LANGUAGES
from ropa.law import Ground
from ropa.model import PEOPLE, Hop, Party, Register, Seen
from ropa.model.dump import plain
from ropa.model.pause import no_collecting
from ropa.model.text import as_day
from ropa.transfer import grounds_of

if TYPE_CHECKING:
    _Graph = nx.MultiDiGraph[str]
else:
    _Graph = nx.MultiDiGraph

DRAWN_UP_TO = 400
"""How many flows a graph draws when it shows itself; a larger one only says how large it is."""


class SharingGraph(_Graph):
    """A `networkx.MultiDiGraph` that shows itself in a notebook. Everything networkx offers works on it."""

    def _repr_svg_(self) -> str | None:
        if self.number_of_edges() > DRAWN_UP_TO:
            return None
        # What draws stands above this room, and is only looked for when somebody looks.
        drawing = import_module("ropa.drawing")
        language = str(self.graph.get("language") or LANGUAGES[0])
        on = date.fromisoformat(self.graph["on"]) if self.graph.get("on") else date.today()
        made = drawing.picture(self, language=language if language in LANGUAGES else LANGUAGES[0], on=on)
        return str(drawing.svg(made))


FROM_PEOPLE = {"data-subject", "automatic"}
"""Sources of data that are no other party: the people say it, or their use of something is recorded."""
UNNAMED_PEOPLE = "data-subjects"
"""The people of an activity that does not say who they are."""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _all(values: Iterable[Any]) -> list[Any]:
    """Each value in its plain form; always a list, however many there are."""
    return [one if one.__class__ is str else plain(one) for one in values]


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
    for hop in register.flows(on=on):
        if hop.sender == PEOPLE:
            begun.add(hop.activity)
        grounds = grounds_of(register, hop, hop.flow.countries + hop.flow.access_from, on=on)
        _flow(graph, hop, names.get(hop.activity, hop.activity), grounds)
    for key, one in seen.items():
        if key not in begun and one.activity.holds(on):
            _begin(graph, register, one, on)


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


def _flow(graph: SharingGraph, hop: Hop, activity_name: Any, grounds: Iterable[Ground]) -> None:
    flow = hop.flow
    facts = {
        "activity": hop.activity,
        "activity_name": activity_name,
        "personal_data": _all(hop.personal_data),
        "data_subjects": _all(hop.data_subjects),
        "role": [role.value for role in flow.role] if flow.role else [],
        "sub_processor": hop.sub_processor,
        "processing": _all(flow.processing),
        "countries": list(flow.countries),
        "access_from": list(flow.access_from),
        "agreements": list(hop.agreements),
        "grounds": [ground.value for ground in grounds] if grounds else [],
        "grounds_any_of": [ground.value for ground in flow.grounds_any_of] if flow.grounds_any_of else [],
        "possible": flow.possible is True,
        "when": plain(flow.when) if flow.when else "",
        "general": hop.general,
        "is_source": hop.source,
        "customers": list(flow.customers),
        "path": hop.path,
        "valid_from": _day(flow.valid_from),
        "valid_until": _day(flow.valid_until),
    }
    target, key = party_node(hop.recipient), f"{hop.activity}:{hop.path}"
    if hop.sender != PEOPLE:
        graph.add_edge(party_node(hop.sender), target, key, begins=False, **facts)
        return
    for term in hop.data_subjects or (UNNAMED_PEOPLE,):
        graph.add_edge(_people(graph, term), target, key, begins=True, **facts)


def _people(graph: SharingGraph, term: Any) -> str:
    node = people_node(term)
    if node not in graph:
        graph.add_node(node, kind="people", name=plain(term))
    return node


def _begin(graph: SharingGraph, register: Register, seen: Seen, on: date | None) -> None:
    """People to the controllers, where no flow says how the data begin and not every item names another source."""
    items = seen.values("personal_data", on)
    if items and all(item.source and not set(item.source) & FROM_PEOPLE for item in items):
        return
    activity = seen.activity
    for group in seen.values("data_subjects", on):
        for controller in register.controllers_of(activity):
            graph.add_edge(
                _people(graph, group.kind),
                party_node(controller),
                key=f"{activity.key}:begins",
                **{
                    **_nothing(),
                    "activity": activity.key,
                    "activity_name": plain(activity.name) or activity.key,
                    "begins": True,
                    "personal_data": _all(item.kind for item in items),
                    "data_subjects": [plain(group.kind)],
                    "path": seen.path,
                    "valid_from": _day(activity.valid_from),
                    "valid_until": _day(activity.valid_until),
                },
            )


def _nothing() -> Mapping[str, Any]:
    """The attributes of an edge of which the register says nothing."""
    lists = (
        "role",
        "processing",
        "countries",
        "access_from",
        "agreements",
        "grounds",
        "grounds_any_of",
        "customers",
    )
    flags = ("sub_processor", "possible", "general", "is_source")
    nothing: dict[str, Any] = dict.fromkeys(flags, False)
    return nothing | {name: [] for name in lists} | {"when": ""}


def drawn(graph: SharingGraph) -> SharingGraph:
    """The part of a graph worth drawing: without parties that no flow touches, the holder apart."""
    kept = [node for node in graph if graph.degree(node) or node == graph.graph.get("holder")]
    return graph.subgraph(kept)


def flows_of(graph: SharingGraph, party: str) -> SharingGraph:
    """The flows a party sends or receives, and nothing else."""
    node = party_node(party)
    edges = [edge for edge in graph.edges(keys=True) if node in edge[:2]]
    return graph.edge_subgraph(edges)  # type: ignore[arg-type]  # keyed edges, as a multigraph takes them
