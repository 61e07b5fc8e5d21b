"""Sharing graphs for tests: builders with defaults, so that a test names only what it is about."""

from __future__ import annotations

from typing import Any

import networkx

FLOW: dict[str, Any] = {
    "activity": "payroll",
    "activity_name": "Loonadministratie",
    "personal_data": ["name"],
    "data_subjects": [],
    "role": ["processor"],
    "sub_processor": False,
    "processing": [],
    "countries": [],
    "access_from": [],
    "agreements": [],
    "grounds": [],
    "grounds_any_of": [],
    "possible": False,
    "when": "",
    "valid_from": "",
    "valid_until": "",
    "is_source": False,
}

PARTY: dict[str, Any] = {
    "kind": "party",
    "named": True,
    "party_kind": "organisation",
    "services": [],
    "country": "",
    "controller_of": [],
    "public_body": None,
}


def graph(*flows: tuple[str, str, dict[str, Any]], register: str = "Bakkerij") -> networkx.MultiDiGraph[str]:
    """A graph of the flows (sender, recipient, what differs); parties are called as their keys."""
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        register=register, holder="party:a", language="nl"
    )
    for number, (sender, recipient, changes) in enumerate(flows):
        for key in (sender, recipient):
            if key not in made:
                node(made, key)
        made.add_edge(sender, recipient, key=str(number), **(FLOW | changes))
    return made


def node(into: networkx.MultiDiGraph[str], key: str, **changes: Any) -> None:
    """A party or a group of people."""
    kind, _, name = key.partition(":")
    if kind == "people":
        into.add_node(key, **({"kind": "people", "name": name} | changes))
    else:
        into.add_node(key, **(PARTY | {"name": name} | changes))


def bakery() -> networkx.MultiDiGraph[str]:
    """A small story with every mark in it."""
    made = graph(
        ("people:employees", "party:a", {"role": [], "begins": True, "is_source": True}),
        ("party:a", "party:pay", {"processing": ["payroll"], "countries": ["BE"]}),
        ("party:pay", "party:cloud", {"processing": ["hosting"], "countries": ["NL"], "sub_processor": True}),
        ("party:cloud", "party:help", {"access_from": ["IN"], "countries": ["NL"], "sub_processor": True}),
        ("party:a", "party:tax", {"role": ["authority-inquiry"], "countries": ["BE"]}),
        ("party:a", "party:print", {"role": ["processor", "controller"], "possible": True, "when": "kerst"}),
        ("party:a", "party:desk", {"role": ["own-staff"]}),
        ("party:a", "party:shop", {"role": ["joint-controller"]}),
        ("party:a", "party:agent", {"role": []}),
        ("party:a", "party:bank", {"role": ["controller"], "possible": True}),
        ("party:bank", "party:a", {"role": ["controller"], "is_source": True}),
        ("party:a", "party:a", {"processing": ["backup"], "countries": ["US"]}),
    )
    made.nodes["party:a"]["controller_of"] = ["payroll"]
    made.nodes["party:print"]["named"] = False
    return made
