"""Who stands above whom in each column, so that few edges cross."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from math import inf

from ropa.drawing.net import Net
from ropa.drawing.rethread import rethread
from ropa.drawing.shake import shake
from ropa.drawing.sift import sift
from ropa.drawing.sweep import improve, starts


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to try.

    Orders to begin with, sweeps of each, how many of the best are sifted, in how many rounds, how many rounds of
    threading long edges anew; and how often what is best is shaken and threaded anew, at most and without success.
    """

    starts: int
    sweeps: int
    sifted: int
    rounds: int
    threaded: int
    shakes: int
    patience: int


EFFORTS = (
    (600, Effort(8, 10, 2, 4, 6, 6, 4)),
    (10_000, Effort(8, 8, 1, 4, 3, 4, 2)),
    (50_000, Effort(4, 6, 1, 2, 1, 0, 0)),
    (200_000, Effort(4, 8, 1, 4, 0, 0, 0)),
    (3_000_000, Effort(2, 6, 1, 2, 0, 0, 0)),
)
"""Up to how much work how hard: slots, times how many stand in a column. In a very large picture a crossing more or
less matters to nobody."""

LEAST = Effort(1, 4, 0, 0, 0, 0, 0)

AT_ONCE = 20
"""How often an order is shaken before its long edges are threaded anew."""


def arrange(net: Net, beat: float = inf) -> int:
    """Reorder the columns; returns how many crossings are left. Where sweeps leave more than `beat`, that is all.

    Several starts, each swept to and fro by where the neighbours stand; the best are sifted, and their long edges
    threaded anew. The fewest crossings win, the earliest of equals.
    """
    effort = _effort(net)
    best, fewest = net.copy(), net.crossings()
    tried = [(fewest, best)]
    for start, rightwards in islice(product(starts(net), (True, False)), effort.starts):
        if not fewest:
            break
        tried.append(improve(net, start, rightwards, effort.sweeps))
        fewest = min(fewest, tried[-1][0])
    tried.sort(key=lambda one: one[0])
    fewest, best = tried[0]
    for crossed, order in tried[: effort.sifted if 0 < fewest <= beat else 0]:
        net.use([list(column) for column in order])
        crossed -= sift(net, effort.rounds)
        crossed -= rethread(net, effort.threaded)
        if crossed < fewest:
            fewest, best = crossed, net.copy()
    net.use(best)
    return fewest


def finish(net: Net, crossed: int) -> int:
    """Better an arranged order of so many crossings by shaking it; returns how many are left."""
    effort = _effort(net)
    idle = 0
    for turn in range(effort.shakes):
        if not crossed or idle >= effort.patience:
            break
        fewer = shake(net, crossed, AT_ONCE, AT_ONCE, turn)
        fewer -= rethread(net, 1)
        idle = 0 if fewer < crossed else idle + 1
        crossed = fewer
    _loners_last(net)
    return crossed


def _effort(net: Net) -> Effort:
    work = len(net.column_of) ** 2 // max(1, len(net.columns))
    return next((effort for most, effort in EFFORTS if work <= most), LEAST)


def _loners_last(net: Net) -> None:
    for at, column in enumerate(net.columns):
        net.reorder(at, sorted(column, key=lambda slot: not (net.left[slot] or net.right[slot])))
