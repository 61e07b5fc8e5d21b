"""Records that are given to somebody else than the holder: they do not name who else is served by the same processor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ropa.model import Hop
from ropa.records import ControllerEntry, ControllerRecord


def given(records: Iterable[ControllerRecord], *, apart: bool) -> tuple[ControllerRecord, ...]:
    """The records as they are printed; `apart` from the holder's, flows name only the controller's own side."""
    if not apart:
        return tuple(records)
    return tuple(
        replace(record, entries=tuple(_own(entry, record.party.key) for entry in record.entries))
        for record in records
    )


def _own(entry: ControllerEntry, controller: str) -> ControllerEntry:
    ours = frozenset((controller, *(party.key for party in entry.joint_with)))
    return replace(
        entry,
        recipients=tuple(_narrowed(entry.recipients, ours)),
        not_recipients=tuple(_narrowed(entry.not_recipients, ours)),
        sources=tuple(_narrowed(entry.sources, ours)),
    )


def _narrowed(hops: Iterable[Hop], ours: frozenset[str]) -> Iterator[Hop]:
    for hop in hops:
        kept = tuple(key for key in hop.flow.customers if key in ours)
        if kept == hop.flow.customers:
            yield hop
        else:
            yield replace(hop, flow=hop.flow.model_copy(update={"customers": kept}))
