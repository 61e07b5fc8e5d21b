"""Who stands above whom in each column, so that few edges cross."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product

from ropa.drawing.net import Net
from ropa.drawing.shake import shake
from ropa.drawing.sift import sift
from ropa.drawing.sweep import improve, starts


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to try: orders to begin with, sweeps of each, how many of the best are sifted, how often one is shaken."""

    starts: int
    sweeps: int
    sifted: int
    rounds: int
    shakes: int
    patience: int


EFFORTS = (
    (800, Effort(10, 10, 3, 20, 500, 200)),
    (3_000, Effort(8, 10, 2, 12, 350, 100)),
    (10_000, Effort(8, 10, 2, 16, 700, 150)),
    (50_000, Effort(4, 8, 1, 6, 200, 70)),
    (200_000, Effort(4, 8, 1, 4, 0, 0)),
    (3_000_000, Effort(2, 6, 1, 2, 0, 0)),
)
"""Up to how much work how hard: slots, times how many stand in a column. In a very large picture a crossing more or
less matters to nobody."""

LEAST = Effort(1, 4, 0, 0, 0, 0)


def arrange(net: Net) -> int:
    """Reorder the columns; returns how many crossings are left.

    Several starts, each swept to and fro by where the neighbours stand; the best are sifted, the best of those is
    shaken. The fewest crossings win, the earliest of equals.
    """
    work = len(net.column_of) ** 2 // max(1, len(net.columns))
    effort = next((effort for most, effort in EFFORTS if work <= most), LEAST)
    best, fewest = net.copy(), net.crossings()
    tried = [(fewest, best)]
    for start, rightwards in islice(product(starts(net), (True, False)), effort.starts):
        if not fewest:
            break
        tried.append(improve(net, start, rightwards, effort.sweeps))
        fewest = min(fewest, tried[-1][0])
    tried.sort(key=lambda one: one[0])
    fewest, best = tried[0]
    for crossed, order in tried[: effort.sifted if fewest else 0]:
        net.use([list(column) for column in order])
        crossed -= sift(net, effort.rounds)
        if crossed < fewest:
            fewest, best = crossed, net.copy()
    net.use(best)
    fewest = shake(net, fewest, effort.shakes, effort.patience)
    _loners_last(net)
    return fewest


def _loners_last(net: Net) -> None:
    for at, column in enumerate(net.columns):
        net.reorder(at, sorted(column, key=lambda slot: not (net.left[slot] or net.right[slot])))
