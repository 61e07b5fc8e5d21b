"""Parties of which nobody says how they got the data they send on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ropa.model import PEOPLE, Hop


def unexplained(hops: Sequence[Hop], controllers: Iterable[str]) -> tuple[str, ...]:
    """The senders that no recorded flow leads to from a controller, from people, or from another such sender.

    A circle of parties that only send to each other is unexplained as a whole: a sender is one of these if whoever
    leads to it is led to by it.
    """
    fed = [*controllers, *(hop.recipient for hop in hops if hop.sender == PEOPLE)]
    between = [hop for hop in hops if hop.sender != PEOPLE]
    onward: dict[str, list[str]] = {}
    for hop in between:
        onward.setdefault(hop.sender, []).append(hop.recipient)
    known = reached(fed, onward)
    left = {party: to for party, to in onward.items() if party not in known}
    if not left:
        return ()
    into = {to for party, recipients in left.items() for to in recipients if to != party}
    first = [party for party in left if party not in into]
    rest = left.keys() - reached(first, onward)
    return (*first, *_circles(rest, left)) if rest else tuple(first)


def reached(starts: Iterable[str], onward: dict[str, list[str]]) -> set[str]:
    """Whoever these lead to, themselves included."""
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for to in onward.get(waiting.pop(), ()):
            if to not in seen:
                seen.add(to)
                waiting.append(to)
    return seen


def _circles(parties: Iterable[str], onward: dict[str, list[str]]) -> tuple[str, ...]:
    """The members of circles that no other circle leads to, in the order of the register."""
    import networkx as nx

    inside = set(parties)
    graph: nx.DiGraph[str] = nx.DiGraph(
        (one, to) for one in onward if one in inside for to in onward[one] if to in inside
    )
    whole = nx.condensation(graph)
    first = {party for node, into in whole.in_degree() if not into for party in whole.nodes[node]["members"]}
    return tuple(party for party in onward if party in first)
