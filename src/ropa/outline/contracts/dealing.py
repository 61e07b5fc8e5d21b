"""What one contract with a processor is about: who engages whom, in which activities, by which flows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from ropa.errors import UnknownEntry
from ropa.glossary.book import nearest
from ropa.model import Agreement, Hop, Register
from ropa.outline.contracts.resting import Behalf, Served, rests_on
from ropa.sharing.engagement import Engagement, is_contract
from ropa.sharing.reach import Reach


@dataclass(frozen=True, slots=True)
class Dealing:
    """The engagements under one contract, or between two parties, on a day."""

    papers: tuple[Agreement, ...]
    """The contracts it rests on; none where none is recorded."""
    engagers: tuple[str, ...] = ()
    processors: tuple[str, ...] = ()
    hops: tuple[Hop, ...] = ()
    """What the processors receive."""
    served: Served = field(default_factory=dict)
    """For which controllers."""

    @property
    def activities(self) -> tuple[str, ...]:
        """The activities in which it happens, in the order of the register."""
        return tuple(dict.fromkeys(hop.activity for hop in self.hops))

    def hops_in(self, activity: str) -> tuple[Hop, ...]:
        """What is received in one activity."""
        return tuple(hop for hop in self.hops if hop.activity == activity)


def by_agreement(register: Register, key: str, on: date, customer: str | None = None) -> Dealing:
    """What an agreement covers. `UnknownEntry` where there is none, or where it binds no processor."""
    paper = register.agreement(key)
    if not is_contract(paper):
        kind = f"of the kind {paper.kind!r}" if paper.kind else "of no kind that is recorded"
        raise UnknownEntry(f"the agreement {key!r} is {kind}: no contract with a processor (Article 28(3))")
    found = tuple(
        one for one in _every(register, on) if rests_on(register, paper, one.engager, one.processor, one.hop)
    )
    if customer is not None:
        found = _for_customer(register, found, customer)
    return _dealing(register, on, (paper,), found, customer)


def by_customer(register: Register, customer: str, on: date) -> Dealing:
    """What the holder does for one customer. `UnknownEntry` where there is no such party, or nothing is done for it."""
    every = tuple(one for one in _every(register, on) if one.processor == register.holder)
    found = _for_customer(register, every, customer)
    own = Reach.of(register, on).papers
    keys = dict.fromkeys(
        key
        for one in found
        for key in (*one.agreements, *own.between(customer, one.processor, one.hop.activity))
    )
    papers = tuple(one for key in keys if is_contract(one := register.agreement(key)))
    return _dealing(register, on, papers, found, customer)


def _every(register: Register, on: date) -> Iterator[Engagement]:
    reach = Reach.of(register, on)
    for activity in reach:
        yield from reach.engaged(activity)


def _for_customer(register: Register, every: Collection[Engagement], customer: str) -> tuple[Engagement, ...]:
    """What is done for a customer, by itself or as one of a category, and not only for others."""
    register.party(customer)
    found = tuple(
        one
        for one in every
        if customer in (one.engager, *register.party(one.engager).members)
        and (not one.hop.flow.customers or {customer, one.engager} & set(one.hop.flow.customers))
    )
    if not found:
        hint = nearest(customer, dict.fromkeys(one.engager for one in every))
        raise UnknownEntry(
            f"nothing is processed on behalf of {customer[:100]!r} on that day"
            + (f"; did you mean {hint!r}?" if hint else "")
        )
    return found


def _dealing(
    register: Register,
    on: date,
    papers: tuple[Agreement, ...],
    found: Iterable[Engagement],
    customer: str | None,
) -> Dealing:
    held = tuple(found)
    behalf = Behalf(register, on)
    served: dict[str, frozenset[str]] = {}
    for one in held:
        whose = behalf.of(one.hop)
        whose = frozenset({one.engager}) if one.engager in whose else whose
        whose = frozenset({customer}) if customer else whose
        served[one.hop.activity] = served.get(one.hop.activity, frozenset()) | whose
    engagers = (customer,) if customer else dict.fromkeys(one.engager for one in held)
    return Dealing(
        papers,
        tuple(engagers),
        tuple(dict.fromkeys(one.processor for one in held)),
        tuple({id(one.hop): one.hop for one in held}.values()),
        served,
    )
