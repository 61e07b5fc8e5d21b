"""How many flows a graph shows: each as the register states it, however many lines it takes to draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

BEGINS = ":begins"
"""What the key of an edge ends in that is no flow: it shows with whose data an activity begins."""
Edge = tuple[str, str, str, Mapping[str, Any]]


def stated(edges: Iterable[Edge]) -> set[tuple[str, str, str]]:
    """The flows behind some edges: where each stands in the register, from whom and to whom.

    A flow that holds for several activities, or begins with several groups of people, is one. Edges that stand for
    several flows bring theirs along.
    """
    found: set[tuple[str, str, str]] = set()
    for sender, recipient, key, facts in edges:
        if (held := facts.get("stated")) is not None:
            found.update((path, start, end) for path, start, end in held)
        elif not str(key).endswith(BEGINS):
            start = "people" if sender.startswith("people:") else sender
            found.add((str(facts.get("path") or key), start, recipient))
    return found
