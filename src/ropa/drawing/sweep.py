"""Orders columns by where the neighbours of their slots stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ropa.drawing.net import Columns, Net

PATIENCE = 6


def starts(net: Net) -> list[Columns]:
    """Orders to begin with: along the paths from the left, from the right, from anywhere, and as they came."""
    came = net.copy()
    forth = [slot for column in came for slot in column]
    back = [slot for column in reversed(came) for slot in column]
    both = [one + other for one, other in zip(net.left, net.right, strict=True)]
    first = _along(net, net.right, forth)
    return [
        first,
        _along(net, net.left, back),
        _along(net, both, forth),
        came,
        [column[::-1] for column in first],
    ]


def _along(net: Net, onward: list[list[int]], roots: Iterable[int]) -> Columns:
    seen = [False] * len(net.column_of)
    columns: Columns = [[] for _ in net.columns]
    for root in roots:
        waiting = [root]
        while waiting:
            slot = waiting.pop()
            if not seen[slot]:
                seen[slot] = True
                columns[net.column_of[slot]].append(slot)
                waiting.extend(reversed(onward[slot]))
    return columns


def improve(net: Net, start: Columns, rightwards: bool, sweeps: int) -> tuple[int, Columns]:
    """Sweep to and fro from an order; the fewest crossings seen, and the order that has them."""
    net.use([list(column) for column in start])
    between = [net.crossings_after(at) for at in range(len(net.columns))]
    best, fewest, idle = start, sum(between), 0
    for turn in range(sweeps):
        if not fewest or idle > PATIENCE:
            break
        changed = _sweep(net, rightwards == (turn % 2 == 0), _MEASURES[turn // 4 % 2], turn % 4 > 1)
        for at in {near for one in changed for near in (one - 1, one) if near >= 0}:
            between[at] = net.crossings_after(at)
        idle += 1
        if (now := sum(between)) < fewest:
            best, fewest, idle = net.copy(), now, 0
    return fewest, best


def _mean(places: list[int]) -> float:
    return sum(places) / len(places)


def _median(places: list[int]) -> float:
    places = sorted(places)
    return (places[(len(places) - 1) // 2] + places[len(places) // 2]) / 2


_MEASURES: tuple[Callable[[list[int]], float], ...] = (_mean, _median)


def _sweep(net: Net, rightwards: bool, measure: Callable[[list[int]], float], flip: bool) -> list[int]:
    """Order each column by its neighbours on one side; slots without any keep their place. `flip` turns ties.

    Says which columns changed.
    """
    changed: list[int] = []
    place = net.place
    beside = net.left if rightwards else net.right
    sign = -1 if flip else 1
    for at in range(1, len(net.columns)) if rightwards else range(len(net.columns) - 2, -1, -1):
        column = net.columns[at]
        wanted: dict[int, tuple[float, int]] = {}
        for slot in column:
            if near := beside[slot]:
                want = place[near[0]] if len(near) == 1 else measure([place[to] for to in near])
                wanted[slot] = want, sign * place[slot]
        movable = iter(sorted(wanted, key=wanted.__getitem__))
        ordered = [next(movable) if slot in wanted else slot for slot in column]
        if ordered != column:
            net.reorder(at, ordered)
            changed.append(at)
    return changed
