"""Which work of two registers is the same: processing with processing first, then what one of them calls otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ropa.unite.engagement import Engagement, Pair, paired


@dataclass(frozen=True, slots=True)
class Matched:
    """The engagements of a customer and of its vendor, those that are one together."""

    pairs: tuple[Pair, ...]
    left: tuple[Engagement, ...]
    """Processing that only the customer has."""
    over: tuple[Engagement, ...]
    """Processing that only the vendor has."""
    received: tuple[Engagement, ...]
    """What only the vendor has, and gets otherwise than as a processor."""


def matched(mine: Sequence[Engagement], theirs: Sequence[Engagement]) -> Matched:
    """Holds processing against processing first; what is left may be with the other under another role.

    What the vendor gets otherwise than as a processor counts as well: a controller records its recipients.
    """
    ours, not_ours = _by_role(mine)
    rows, not_rows = _by_role(theirs)
    pairs, left, over = paired(ours, rows)
    otherwise, left, not_rows = paired(left, not_rows) if left and not_rows else ([], left, not_rows)
    others, not_ours, over = paired(not_ours, over) if over and not_ours else ([], not_ours, over)
    received = paired(not_ours, not_rows)[2]
    return Matched((*pairs, *otherwise, *others), tuple(left), tuple(over), tuple(received))


def _by_role(held: Iterable[Engagement]) -> tuple[list[Engagement], list[Engagement]]:
    apart: tuple[list[Engagement], list[Engagement]] = ([], [])
    for one in held:
        apart[0 if one.is_processing else 1].append(one)
    return apart
