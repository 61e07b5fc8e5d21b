"""Where the ways of a chain meet again: parties reached by several senders, and parties among whom data go round."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ropa.model import PEOPLE
from ropa.sharing.link import Passing
from ropa.sharing.spread import Spread, union


@dataclass(frozen=True, slots=True)
class Diamond:
    """A party that data of one controller reach by more than one sender; its controllers count as one."""

    activity: str
    party: str
    senders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cycle:
    """Parties that all lead to each other, and the shortest way round from the first of them."""

    activity: str
    path: tuple[str, ...]
    """From the first party to itself, named at both ends."""
    parties: tuple[str, ...]
    """Everybody who can be passed on a way round, in the order of the flows."""


def diamonds(spread: Spread, every: Sequence[Passing]) -> Iterator[Diamond]:
    """The parties of an activity that data of one controller reach by more than one sender."""
    controllers = frozenset(spread.matter.controllers)
    found: dict[tuple[str, str], dict[str, str]] = {}
    for one in every:
        sender = one.hop.sender
        if sender in (PEOPLE, one.hop.recipient):
            continue
        own = spread.matter.tag(sender) if sender in controllers else ""
        for tag in one.tags:
            is_own = own and (own == tag or spread.matter.narrowed((tag,), own))
            whose = "" if is_own else sender
            found.setdefault((one.hop.recipient, tag), {}).setdefault(whose, sender)
    met: dict[str, dict[str, None]] = {}
    for (party, _), senders in found.items():
        if len(senders) > 1:
            met.setdefault(party, {}).update(dict.fromkeys(senders.values()))
    for party, several in met.items():
        yield Diamond(spread.matter.activity, party, tuple(several))


def cycles(spread: Spread, every: Sequence[Passing]) -> Iterator[Cycle]:
    """The circles of an activity that some data of one controller can go all the way round.

    Data that controllers give each other are each one's own: no circle.
    """
    edges = [one for one in every if not (one.from_people or one.hop.source)]
    seen: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for members in _circles([(one.hop.sender, one.hop.recipient) for one in edges]):
        among = set(members)
        inside = [one for one in edges if one.hop.sender in among and one.hop.recipient in among]
        for steps in _carrying(inside):
            for parties in _circles(steps):
                path = _round(steps, parties)
                if (path, parties) not in seen:
                    seen.add((path, parties))
                    yield Cycle(spread.matter.activity, path, parties)


def _carrying(every: Sequence[Passing]) -> Iterator[Sequence[tuple[str, str]]]:
    """The steps that take the same along for the same controller: what never meets its like goes round nowhere."""
    told: set[tuple[bool, ...]] = set()
    for tag in dict.fromkeys(tag for one in every for tag in one.tags):
        masks = [one.tags.get(tag, 0) for one in every]
        for kind in _alike(masks):
            taken = tuple([bool(mask & kind) for mask in masks])
            if taken not in told:
                told.add(taken)
                yield [
                    (one.hop.sender, one.hop.recipient)
                    for one, goes in zip(every, taken, strict=True)
                    if goes
                ]


def _alike(masks: Sequence[int]) -> Sequence[int]:
    """All tokens of several sets, those together that are in the same ones of them."""
    kinds = [union(masks)]
    for mask in dict.fromkeys(masks):
        kinds = [part for kind in kinds for part in (kind & mask, kind & ~mask) if part]
    return sorted(kinds, key=lambda kind: kind & -kind)


def _circles(steps: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Groups of parties that all lead to each other, each in the order of the flows."""
    if not _goes_round(steps):
        return []
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(steps)
    place = {party: number for number, party in enumerate(graph)}
    groups = [
        tuple(sorted(group, key=place.__getitem__))
        for group in nx.strongly_connected_components(graph)
        if len(group) > 1 or any(graph.has_edge(one, one) for one in group)
    ]
    return sorted(groups, key=lambda group: place[group[0]])


def _goes_round(steps: Sequence[tuple[str, str]]) -> bool:
    """Whether anybody is left once those that nobody leads to are taken away, again and again."""
    onward: dict[str, list[str]] = {}
    into: dict[str, int] = {}
    for sender, recipient in steps:
        onward.setdefault(sender, []).append(recipient)
        into[recipient] = into.get(recipient, 0) + 1
    waiting = [party for party in onward if party not in into]
    while waiting:
        for to in onward.get(waiting.pop(), ()):
            into[to] -= 1
            if not into[to]:
                waiting.append(to)
    return any(into.values())


def _round(steps: Sequence[tuple[str, str]], parties: tuple[str, ...]) -> tuple[str, ...]:
    """The shortest way from the first of these parties back to itself; past another one where there are several."""
    first, inside = parties[0], set(parties)
    onward: dict[str, list[str]] = {}
    for sender, recipient in steps:
        if sender in inside and recipient in inside and (len(inside) == 1 or sender != recipient):
            onward.setdefault(sender, []).append(recipient)
    came: dict[str, str] = {}
    waiting = deque([first])
    while waiting and first not in came:
        party = waiting.popleft()
        for to in onward.get(party, ()):
            if to not in came:
                came[to] = party
                waiting.append(to)
    path = [first]
    while len(path) == 1 or path[-1] != first:
        path.append(came[path[-1]])
    return tuple(reversed(path))
