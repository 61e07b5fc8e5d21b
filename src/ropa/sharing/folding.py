"""Makes a large graph small enough for a sheet: parties that have something in common become one node, and it says which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from typing import Any, Literal

from ropa.sharing.counted import Edge, stated
from ropa.sharing.graph import SharingGraph

By = Literal["country", "kind", "group"]
Members = dict[tuple[str, str], list[Edge]]
"""The flows between two nodes, each with its own ends."""
EVERYBODY = "fold:people:"
"""The one node of all groups of people."""
MOST = 60
"""How many parties a sheet holds so that it can be read."""

SAME = (
    "role",
    "sub_processor",
    "is_source",
    "is_return",
    "begins",
    "possible",
    "countries",
    "access_from",
    "grounds",
    "listed_in",
    "grounds_any_of",
    "adequate",
    "adequate_if",
    "valid_from",
    "valid_until",
)
"""Flows that differ in one of these stay apart: a ground belongs to its countries, a country to its days."""

TOGETHER = (
    "personal_data",
    "data_subjects",
    "processing",
    "agreements",
    "customers",
    "inferred",
    "contradicted",
)
SEVERAL = {
    "activity": "activities",
    "activity_name": "activity_names",
    "when": "conditions",
    "path": "paths",
}
"""What is one text in a flow and a list where several flows are one."""
PARTLY = ("general", "when", "customers", "inferred", "contradicted")
"""What may be said of some flows that are one and not of others: it must not be read as said of all."""


def fold(
    graph: SharingGraph,
    by: By = "country",
    most: int = MOST,
    keep: Collection[str] = (),
    *,
    people: bool = False,
) -> SharingGraph:
    """A graph of more than `most` parties with one node for those of a country, a kind of service or a group.

    With `people` there is also one node for all groups of people, however many parties there are.

    The holder, the controllers of activities, groups of people and the nodes in `keep` stay; so does a party that
    would be folded alone, and one without a group. A smaller graph is returned as it is. The country of a party is
    that in which it is established; where the register does not say, the one in which all flows to it are processed.

    A folded node has the key `fold:BY:VALUE` (no value: not stated) and the attributes `kind` "fold", `by`, `value`,
    `name` (of the group; else empty), `folded` and `names` (the nodes it stands for, and what they are called) and
    those of a party. The edges of a folded node have the facts of their flows united: lists of all data,
    `activities`, `activity_names`, `conditions` and `paths`, `flows` (how many edges), `keys` (those of the edges), `partly` (of
    `general`, `when`, `customers`, `inferred` and `contradicted` what some of the flows have and others have not),
    `stated` (each flow as the register states it: place, sender, recipient); flows that differ in role, countries, ground or validity, or of which only one is possible, stay apart.
    `graph.graph["folded"]` has `by` and `nodes`: what each stands for.
    """
    parties = [node for node, facts in graph.nodes(data=True) if facts["kind"] == "party"]
    members: dict[str, list[str]] = {}
    if people:
        members[EVERYBODY] = [node for node, facts in graph.nodes(data=True) if facts["kind"] == "people"]
    if len(parties) <= most and len(members.get(EVERYBODY, ())) < 2:
        return graph
    kept = {graph.graph.get("holder"), *keep}
    value = _VALUES[by]
    for node in parties if len(parties) > most else ():
        facts = graph.nodes[node]
        if node in kept or facts["controller_of"] or (by == "group" and not facts.get("group")):
            continue
        members.setdefault(f"fold:{by}:{value(graph, node)}", []).append(node)
    return _folded(graph, by, {key: nodes for key, nodes in members.items() if len(nodes) > 1})


def _country(graph: SharingGraph, node: str) -> str:
    if stated := graph.nodes[node]["country"]:
        return str(stated)
    flows = [facts["countries"] for _, _, facts in graph.in_edges(node, data=True)]
    found = {code for codes in flows for code in codes}
    return str(next(iter(found))) if len(found) == 1 and all(flows) else ""


def _kind(graph: SharingGraph, node: str) -> str:
    services = graph.nodes[node]["services"]
    return _text(services[0]) if services else ""


def _group(graph: SharingGraph, node: str) -> str:
    return str(graph.nodes[node].get("group") or "")


_VALUES: Mapping[By, Callable[[SharingGraph, str], str]] = {
    "country": _country,
    "kind": _kind,
    "group": _group,
}


def _text(said: Any) -> str:
    return said if isinstance(said, str) else str(next(iter(said.values())))


def _folded(graph: SharingGraph, by: By, members: Mapping[str, list[str]]) -> SharingGraph:
    into = {node: key for key, nodes in members.items() for node in nodes}
    found: Members = {}
    for start, end, name, facts in graph.edges(keys=True, data=True):
        found.setdefault((into.get(start, start), into.get(end, end)), []).append((start, end, name, facts))
    return together(graph, by, members, found)


def together(
    graph: SharingGraph,
    by: str,
    members: Mapping[str, list[str]],
    found: Mapping[tuple[str, str], list[Edge]],
) -> SharingGraph:
    """The graph with a node for the `members` of each, and the edges `found` between its nodes, like ones united."""
    into = {node: key for key, nodes in members.items() for node in nodes}
    made = SharingGraph()
    made.graph.update(graph.graph)
    made.graph["folded"] = {"by": by, "nodes": {key: list(nodes) for key, nodes in members.items()}}
    for node, facts in graph.nodes(data=True):
        key = into.get(node, node)
        if key == node:
            made.add_node(node, **facts)
        elif key not in made:
            made.add_node(key, **_node(graph, key, members[key]))
    for key in members:
        if key not in made:
            made.add_node(key, **_node(graph, key, members[key]))
    for (start, end), those in found.items():
        alike: dict[Hashable, list[Edge]] = {}
        for one in those:
            same = start in members or end in members
            like = _hashable([one[3].get(name) for name in SAME]) if same else one[2]
            alike.setdefault(like, []).append(one)
        for edges in alike.values():
            facts = _edge(edges) if start in members or end in members else dict(edges[0][3])
            made.add_edge(start, end, key=edges[0][2], **facts)
    return made


def _node(graph: SharingGraph, key: str, nodes: list[str]) -> dict[str, Any]:
    _, by, value = key.split(":", 2)
    named = graph.nodes[value]["name"] if by == "group" and value in graph else ""
    controls = (graph.nodes[node].get("controller_of") or () for node in nodes)
    return {
        "kind": "fold",
        "by": by,
        "value": value,
        "name": named,
        "folded": list(nodes),
        "names": [graph.nodes[node]["name"] for node in nodes],
        "named": True,
        "party_kind": "",
        "services": [],
        "country": value if by in ("country", "place") else "",
        "public_body": False,
        "controller_of": _distinct(key for keys in controls for key in keys),
    }


def _edge(those: list[Edge]) -> dict[str, Any]:
    """The facts of several flows as those of one."""
    edges = [facts for *_, facts in those]
    united = dict(edges[0])
    for name in TOGETHER:
        united[name] = _distinct(one for facts in edges for one in facts.get(name, ()))
    for name, several in SEVERAL.items():
        united[several] = _distinct(facts[name] for facts in edges if facts[name])
        united[name] = united[several][0] if len(united[several]) == 1 else ""
    said = {name: [bool(facts.get(name)) for facts in edges] for name in PARTLY}
    united["general"] = any(said["general"])
    held = sorted(stated(those))
    return united | {
        "partly": [name for name, each in said.items() if any(each) and not all(each)],
        "flows": len(those),
        "keys": [name for _, _, name, _ in those],
        "stated": [list(one) for one in held],
    }


def _distinct(values: Iterable[Any]) -> list[Any]:
    """Each once, in order; texts in several languages are mappings and so cannot be members of a set."""
    return list({_hashable(one): one for one in values}.values())


def _hashable(value: Any) -> Hashable:
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return tuple(_hashable(one) for one in value) if isinstance(value, list) else value
