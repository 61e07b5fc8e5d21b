"""Moves each slot of a column to the place where its edges cross fewest others."""

from __future__ import annotations

from collections.abc import Collection
from itertools import accumulate, chain

from ropa.drawing.net import Net


def sift(net: Net, rounds: int) -> int:
    """Sift all columns to and fro until that helps no more; returns how many crossings went."""
    gone = idle = 0
    forth = range(len(net.columns))
    for turn in range(rounds):
        lower = turn // 2 % 2 == 0
        gained = 0
        for at in forth if turn % 2 == 0 else reversed(forth):
            # Where nothing crosses there is nothing to gain.
            if net.crossings_after(at - 1) or net.crossings_after(at):
                gained += sift_column(net, at, lower)[0]
        gone += gained
        idle = 0 if gained else idle + 1
        # Equally good places are taken too, so that a round that gained nothing may let the next one gain.
        if idle > 3:
            break
    return gone


def sift_column(net: Net, at: int, lower: bool, only: Collection[int] | None = None) -> tuple[int, list[int]]:
    """Sift one column, or only some of its slots; of equally good places the lower or the higher is taken.

    Returns how many crossings went, and the slots whose moving took them away.
    """
    if len(net.columns[at]) < 2:
        return 0, []
    orders = net.columns[max(0, at - 1) : at + 2]
    if net.settled.get((at, lower)) == orders:
        return 0, []
    column = list(net.columns[at])
    place, left, right, beside = net.place, net.left, net.right, net.beside
    before = net.columns[at - 1] if at else []
    after = net.columns[at + 1] if at + 1 < len(net.columns) else []
    around = before + after
    # The neighbours of all slots in one row, so that the costs of all places are one running sum: this is the inner loop.
    row = list(map(beside.__getitem__, column))
    sizes = list(map(len, row))
    flat = list(chain.from_iterable(row))
    gone = 0
    moved: list[int] = []
    changed = False
    for slot in net.columns[at] if only is None else [one for one in net.columns[at] if one in only]:
        own = beside[slot]
        if not own:
            continue
        size = len(own)
        tally = _tally([place[to] for to in left[slot]], len(before))
        tally += _tally([place[to] for to in right[slot]], len(after))
        weighs = dict(zip(around, tally, strict=True))
        here = column.index(slot)
        start = sum(sizes[:here])
        del column[here], sizes[here], flat[start : start + size]
        running = list(accumulate(map(weighs.__getitem__, flat), initial=0))
        # How many crossings come or go when the slot stands below ever more of the others.
        costs = [running[end] for end in accumulate(sizes, initial=0)]
        least = min(costs)
        if costs[here] > least:
            gone += costs[here] - least
            moved.append(slot)
        there = len(column) - costs[::-1].index(least) if lower else costs.index(least)
        if there != here:
            changed = True
            start = sum(sizes[:there])
        column.insert(there, slot)
        sizes.insert(there, size)
        flat[start:start] = own
    if changed:
        net.reorder(at, column)
    elif only is None:
        net.settled[at, lower] = orders
    return gone, moved


def _tally(ends: list[int], size: int) -> list[int]:
    """For each place how many of the ends lie before it, less how many lie after it.

    >>> _tally([1, 3], 5)
    [-2, -1, 0, 1, 2]
    """
    if len(ends) == 1:
        end = ends[0]
        return [-1] * end + [0] + [1] * (size - end - 1)
    if not ends:
        return [0] * size
    found: list[int] = []
    value = -len(ends)
    for end in sorted(ends):
        if end < len(found):  # a second edge to the same place
            found[-1] += 1
        else:
            found += [value] * (end - len(found))
            found.append(value + 1)
        value += 2
    return found + [value] * (size - len(found))
