"""Agreements that have ended while what they were made for goes on: Article 28(3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ropa.model import Agreement, Hop


def ended(hop: Hop, papers: Sequence[Agreement], on: date) -> Iterator[Agreement]:
    """Of the agreements between the two ends of a flow, whenever in force: those that ended and have no successor.

    One that the flow itself names counts whatever took its place: the flow still rests on it.
    """
    for one in papers:
        if has_ended(one, on) and (one.key in hop.flow.agreements or not _goes_on(papers, one, on)):
            yield one


def has_ended(one: Agreement, on: date) -> bool:
    """Whether an agreement was over before a day."""
    return any(day is not None and day < on for day in (one.ends, one.valid_until))


def _goes_on(papers: Sequence[Agreement], past: Agreement, on: date) -> bool:
    """Whether another agreement of the kind is in force."""
    return any(one.kind == past.kind and one.holds(on) for one in papers)
