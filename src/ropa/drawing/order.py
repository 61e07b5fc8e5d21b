"""Who stands above whom in each column, so that few edges cross."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import islice, pairwise, product

from ropa.drawing.threads import Threads

Columns = list[list[int]]
EFFORT = ((600, 10, 28), (1500, 4, 16), (4000, 2, 8))
"""Up to how many slots: how many starts, and how many sweeps of each. Above that one start and a few sweeps do."""

LAST_EFFORT = (1, 5)
PATIENCE = 8
SWAPS = 10


def arrange(threads: Threads) -> int:
    """Reorder the columns in place; returns how many crossings are left.

    Several starts, each swept to and fro by the mean place of the neighbours, with neighbours swapped while
    that helps; the best seen wins, the earliest of equals.
    """
    best, least = threads.columns, crossings(threads, threads.columns)
    size = len(threads.widths)
    starts, sweeps = next((tuple(effort) for slots, *effort in EFFORT if size <= slots), LAST_EFFORT)
    for start, rightwards in islice(product(_starts(threads), (True, False)), starts):
        columns, left_over = _improve(threads, start, rightwards, sweeps, swaps=starts > 1)
        if left_over < least:
            best, least = columns, left_over
        if not least:
            break
    threads.columns = _loners_last(threads, best)
    return least


def crossings(threads: Threads, columns: Columns) -> int:
    """How many pairs of edges cross."""
    place = _places(columns, len(threads.widths))
    total = 0
    for one, other in pairwise(columns):
        ends = [end for slot in one for end in sorted(place[to] for to in threads.right[slot])]
        total += _inversions(ends, len(other))
    return total


def _inversions(ends: Iterable[int], size: int) -> int:
    """How many pairs stand in the wrong order, counted with a Fenwick tree: n log n."""
    tree = [0] * (size + 1)
    total = 0
    for seen, end in enumerate(ends):
        at, before = end + 1, 0
        while at:
            before += tree[at]
            at &= at - 1
        total += seen - before
        at = end + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return total


def _places(columns: Columns, count: int) -> list[int]:
    place = [0] * count
    for column in columns:
        for at, slot in enumerate(column):
            place[slot] = at
    return place


def _starts(threads: Threads) -> list[Columns]:
    """Orders to begin with: along the paths from the left, along the paths from the right, and as they came."""
    forward = _along(threads, threads.right, range(len(threads.columns)))
    backward = _along(threads, threads.left, range(len(threads.columns) - 1, -1, -1))
    came = [list(column) for column in threads.columns]
    return [forward, backward, came, [column[::-1] for column in forward], [column[::-1] for column in came]]


def _along(threads: Threads, onward: list[list[int]], order: range) -> Columns:
    seen = [False] * len(threads.widths)
    columns: Columns = [[] for _ in threads.columns]
    for root in (slot for at in order for slot in threads.columns[at]):
        waiting = [root]
        while waiting:
            slot = waiting.pop()
            if not seen[slot]:
                seen[slot] = True
                columns[threads.column_of[slot]].append(slot)
                waiting.extend(reversed(onward[slot]))
    return columns


def _improve(
    threads: Threads, start: Columns, rightwards: bool, sweeps: int, swaps: bool
) -> tuple[Columns, int]:
    columns = [list(column) for column in start]
    place = _places(columns, len(threads.widths))
    best, fewest, stalled = columns, -1, 0
    for turn in range(sweeps):
        _sweep(threads, columns, place, rightwards == (turn % 2 == 0), _MEASURES[turn // 4 % 2], turn % 4 > 1)
        if swaps:
            _swap(threads, columns, place)
        now = crossings(threads, columns)
        if fewest < 0 or now < fewest:
            best, fewest, stalled = [list(column) for column in columns], now, 0
        else:
            stalled += 1
        if not fewest or stalled > PATIENCE:
            break
    return best, fewest


def _mean(places: list[int]) -> float:
    return sum(places) / len(places)


def _median(places: list[int]) -> float:
    places = sorted(places)
    return (places[(len(places) - 1) // 2] + places[len(places) // 2]) / 2


_MEASURES: tuple[Callable[[list[int]], float], ...] = (_mean, _median)


def _sweep(
    threads: Threads,
    columns: Columns,
    place: list[int],
    rightwards: bool,
    measure: Callable[[list[int]], float],
    flip: bool,
) -> None:
    """Order each column by its neighbours on one side; slots without any keep their place. `flip` turns ties."""
    beside = threads.left if rightwards else threads.right
    for at in range(1, len(columns)) if rightwards else range(len(columns) - 2, -1, -1):
        column = columns[at]
        wanted = {slot: measure([place[to] for to in beside[slot]]) for slot in column if beside[slot]}
        sign = -1 if flip else 1
        movable = iter(sorted(wanted, key=lambda slot: (wanted[slot], sign * place[slot])))
        columns[at] = column = [next(movable) if slot in wanted else slot for slot in column]
        for new, slot in enumerate(column):
            place[slot] = new


def _swap(threads: Threads, columns: Columns, place: list[int]) -> None:
    """Swap neighbours in a column while that takes crossings away."""
    for _ in range(SWAPS):
        better = False
        for column in columns:
            # Where the neighbours of a column stand does not change while the column itself does.
            beside = [
                {s: sorted(place[to] for to in side[s]) for s in column}
                for side in (threads.left, threads.right)
            ]
            for at in range(len(column) - 1):
                one, other = column[at], column[at + 1]
                if sum(_gain(side[one], side[other]) for side in beside) > 0:
                    column[at], column[at + 1] = other, one
                    place[one], place[other] = at + 1, at
                    better = True
        if not better:
            return


def _gain(above: list[int], below: list[int]) -> int:
    """How many crossings go when the slot with the neighbours `above` moves under the one with those `below`."""
    if not above or not below:
        return 0
    if above[-1] < below[0]:
        return -len(above) * len(below)
    return sum(bisect_left(below, to) for to in above) - sum(bisect_left(above, to) for to in below)


def _loners_last(threads: Threads, columns: Columns) -> Columns:
    return [sorted(column, key=lambda s: not (threads.left[s] or threads.right[s])) for column in columns]
