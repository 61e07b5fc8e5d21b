"""Planned sub-processors, and the last day to announce them as an agreement asks: Article 28(2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ropa.agenda.item import Due, DueKind
from ropa.model import Hop, Register
from ropa.sharing.engagement import Engagements, Papers
from ropa.sharing.reach import Reach


class Announced(NamedTuple):
    """Who tells whom of a planned sub-processor, by which agreement."""

    by: str
    to: str
    agreement: str


def notices(register: Register, on: date, last: date) -> Iterator[Due]:
    """One for each planned sub-processor and each agreement above it that states days of notice.

    It is announced to those it is engaged for, as they engage the processor on its first day: by whoever engages it, and
    passed on by each processor above. Whether it was announced already is not in a register: it is told until the flow
    begins.
    """
    every: dict[str, list[Hop]] = {}
    for hop in register.flows():
        every.setdefault(hop.activity, []).append(hop)
    planned = [(hop, hop.first_day) for hops in every.values() for hop in hops if hop.onward]
    papers = Papers(
        register, None
    )  # every paper: one that ends before that day asks for notice until it does
    known: dict[tuple[str, date], Engagements] = {}
    for hop, begins in planned:
        if begins is None or begins <= on:
            continue
        then = hop.activity, begins
        if then not in known:
            held = (one for one in every[hop.activity] if one.holds(begins))
            known[then] = Engagements(papers, Reach.of(register, begins).matter(hop.activity), held)
        for one in dict.fromkeys(_announced(register, known[then], hop)):
            yield from _asked(register, hop, one, begins, on, last)


def _announced(register: Register, engaged: Engagements, planned: Hop) -> Iterator[Announced]:
    """Up the chain from whoever engages it, as far as it is for them."""
    customers = planned.flow.customers
    accepted = engaged.matter.accepted(customers) if customers else engaged.matter.tags
    controllers, seen = engaged.matter.among, {planned.path}
    waiting = [planned]
    while waiting:
        hop = waiting.pop(0)
        for one in engaged.above(hop):
            if one.engager in controllers and engaged.matter.tag(one.engager) not in accepted:
                continue
            papers = dict.fromkeys((*one.agreements, *engaged.of_members(customers, one.processor)))
            for key in papers:
                bound = register.agreement(key).between
                to = next((each for each in customers if each in bound), one.engager)
                if to != planned.recipient:
                    yield Announced(one.processor, to, key)
            if one.hop.onward and one.hop.path not in seen:
                seen.add(one.hop.path)
                waiting.append(one.hop)


def _asked(register: Register, hop: Hop, one: Announced, begins: date, on: date, last: date) -> Iterator[Due]:
    paper = register.agreement(one.agreement)
    days = paper.notice_days
    if days is None or days < 0 or not paper.holds(on):
        return
    day = begins - timedelta(days=min(days, (begins - date.min).days))
    if day <= last:
        yield Due(
            day=day,
            kind=DueKind.NOTICE,
            path=hop.path,
            article="28(2)",
            overdue=day < on,
            since=begins,
            subject=one.agreement,
            activities=(hop.activity,) if hop.activity else (),
            parties=(one.by, hop.recipient, one.to),
            days=days,
        )
