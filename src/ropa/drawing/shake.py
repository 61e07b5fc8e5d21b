"""Shakes an order that no single move betters: disturb a few neighbours, settle what stands around, keep what is not worse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ropa.drawing.net import Net
from ropa.drawing.sift import sift_column

WIDEST = 8
"""How many neighbours are disturbed at once."""

FARTHEST = 40
"""How many columns are settled after one disturbance."""


def shake(net: Net, crossed: int, times: int, patience: int, seed: int = 0) -> int:
    """Shake an order with `crossed` crossings so often, or until it helps no more; returns how many are left.

    Another `seed` shakes it in other ways.
    """
    if all(len(column) < 2 for column in net.columns):
        return crossed
    between = [net.crossings_after(at) for at in range(len(net.columns))]
    numbers = _numbers(seed)
    everywhere = [at for at, column in enumerate(net.columns) for _ in column[1:]]
    crowded = _crowded(net, between)
    idle = 0
    for turn in range(times):
        if not crossed or idle >= patience:
            break
        # Mostly where edges cross; now and then elsewhere, as the cause may lie farther off.
        pool = crowded if turn % 4 and crowded else everywhere
        at = pool[next(numbers) % len(pool)]
        kept = {at: net.columns[at]}
        some = _disturb(net, at, turn, numbers)
        before = between[at] + (between[at - 1] if at else 0)
        change = net.crossings_after(at - 1) + net.crossings_after(at) - before
        change -= _settle(net, some, turn, kept)
        idle = 0 if change < 0 else idle + 1
        if change > 0:
            for column, order in kept.items():
                net.reorder(column, order)
            continue
        crossed += change
        for column in sorted({near for one in kept for near in (one - 1, one) if near >= 0}):
            between[column] = net.crossings_after(column)
        crowded = _crowded(net, between)
    return crossed


def _numbers(seed: int) -> Iterator[int]:
    """Numbers without a pattern, always the same ones."""
    state = 7 + seed * 7919
    while True:
        state = (state * 1103515245 + 12345) % (1 << 31)
        yield state >> 8


def _crowded(net: Net, between: list[int]) -> list[int]:
    """Columns with crossings beside them, more often those with more crossings and more slots."""
    return [
        at
        for at, column in enumerate(net.columns)
        if len(column) > 1
        for _ in range(min(9, between[at] + (between[at - 1] if at else 0)))
    ]


def _disturb(net: Net, at: int, turn: int, numbers: Iterator[int]) -> list[int]:
    """Reverse or rotate some neighbours in a column, and say which."""
    column = list(net.columns[at])
    size = min(len(column), 2 + next(numbers) % (WIDEST - 1))
    first = next(numbers) % (len(column) - size + 1)
    some = column[first : first + size]
    if turn % 2 == 0:
        some.reverse()
    else:
        by = 1 + next(numbers) % (size - 1)
        some = some[by:] + some[:by]
    column[first : first + size] = some
    net.reorder(at, column)
    return some


def _settle(net: Net, some: list[int], turn: int, kept: dict[int, list[int]]) -> int:
    """Sift the slots beside disturbed ones, then these, and on as long as it helps; what was is put in `kept`."""
    beside = [(net.right, net.left), (net.left, net.right)][turn // 2 % 2]
    waiting: dict[int, set[int]] = {}
    for side in beside:
        _add(net, waiting, (to for slot in some for to in side[slot]))
    _add(net, waiting, some)
    gone = 0
    for _ in range(FARTHEST):
        if not waiting:
            break
        at = next(iter(waiting))
        kept.setdefault(at, net.columns[at])
        gained, moved = sift_column(net, at, turn % 2 == 1, waiting.pop(at))
        gone += gained
        for side in beside:
            _add(net, waiting, (to for slot in moved for to in side[slot]))
    return gone


def _add(net: Net, waiting: dict[int, set[int]], slots: Iterable[int]) -> None:
    for slot in slots:
        waiting.setdefault(net.column_of[slot], set()).add(slot)
