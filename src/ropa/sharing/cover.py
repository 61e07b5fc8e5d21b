"""On how few it rests: the fewest parties that together touch a number of activities, chosen one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from heapq import heapify, heappop, heappush


def cover(touched: Mapping[str, Collection[str]], wanted: int) -> tuple[str, ...]:
    """Parties that together touch at least so many activities: each time the one that adds most, the first of equals.

    Choosing so may take a few more than the very fewest; finding those takes too long.

    >>> cover({"host": ["a", "b", "c"], "bank": ["c", "d"], "post": ["d"]}, 4)
    ('host', 'bank')
    """
    places = list(touched)
    waiting = [(-len(touched[party]), place) for place, party in enumerate(places)]
    heapify(waiting)
    chosen: list[str] = []
    seen: set[str] = set()
    while waiting and len(seen) < wanted:
        most, place = heappop(waiting)
        adds = len(set(touched[places[place]]) - seen)
        if adds == -most and adds:
            chosen.append(places[place])
            seen.update(touched[places[place]])
        elif adds:  # what it adds has become less since it was put in
            heappush(waiting, (-adds, place))
    return tuple(chosen)
