"""Planned sub-processors, and the last day to announce them as an agreement asks: Article 28(2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ropa.agenda.item import Due, DueKind
from ropa.model import Hop, Register


def notices(register: Register, on: date, last: date) -> Iterator[Due]:
    """One for each planned sub-processor and each agreement above it that states days of notice.

    Whether it was announced already is not in a register: it is told until the flow begins.
    """
    flows = register.flows()
    for hop in flows:
        begins = max((day for day in (hop.flow.valid_from, hop.holds_from) if day), default=None)
        if not hop.sub_processor or begins is None or begins <= on:
            continue
        for above in flows:
            if above.activity == hop.activity and above.recipient == hop.sender and above.is_processor:
                yield from _asked(register, hop, above, begins, on, last)


def _asked(register: Register, hop: Hop, above: Hop, begins: date, on: date, last: date) -> Iterator[Due]:
    for key in above.agreements:
        paper = register.agreement(key)
        days = paper.notice_days
        if days is None or days < 0 or not paper.holds(on):
            continue
        day = begins - timedelta(days=min(days, (begins - date.min).days))
        if day <= last:
            yield Due(
                day=day,
                kind=DueKind.NOTICE,
                path=hop.path,
                article="28(2)",
                overdue=day < on,
                since=begins,
                subject=key,
                activities=(hop.activity,) if hop.activity else (),
                parties=(hop.sender, hop.recipient, above.sender),
                days=days,
            )
