"""Which flows rest on an agreement, and for which controllers they go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from ropa.model import Agreement, Hop, Register
from ropa.model.hop import covers
from ropa.outline.contracts.listed import below
from ropa.records.behalf import by_activity
from ropa.sharing import Link
from ropa.sharing.borne import Borne

Served = Mapping[str, frozenset[str]]
"""For which controllers data are received, by activity."""


def rests_on(register: Register, paper: Agreement, one: str, other: str, hop: Hop) -> bool:
    """Whether what one party has from another by a flow rests on an agreement.

    A flow that names an agreement of that kind rests on those it names; any other on what covers it. Whoever is no
    party to an agreement has nothing under it, whatever a flow to several recipients names.
    """
    named = hop.flow.agreements
    if paper.between and not covers(register, paper, (one, other), next(iter(paper.covers), hop.activity)):
        return False
    if paper.key in named:
        return True
    if any(register.agreement(key).kind == paper.kind for key in named):
        return False
    return covers(register, paper, (one, other), hop.activity)


class Behalf:
    """For which controllers the flows of a day go."""

    def __init__(self, register: Register, on: date) -> None:
        held = by_activity(register, register.flows(on=on), on)
        self._whose = {_place(hop): frozenset(whose) for every in held.values() for hop, whose in every}

    def of(self, hop: Hop) -> frozenset[str]:
        """The controllers of one flow."""
        return self._whose.get(_place(hop), frozenset(hop.controllers))

    def served(self, hops: Iterable[Hop]) -> Served:
        """Those of several flows, by activity."""
        found: dict[str, frozenset[str]] = {}
        for hop in hops:
            found[hop.activity] = found.get(hop.activity, frozenset()) | self.of(hop)
        return found


def _place(hop: Hop) -> tuple[str, str, str, str]:
    return hop.activity, hop.path, hop.sender, hop.recipient


def further(register: Register, on: date, processors: Iterable[str], served: Served) -> tuple[Link, ...]:
    """The sub-processors of processors, at any depth, in what they receive for these controllers."""
    if not served:
        return ()
    found: dict[tuple[str, str, str, str], Link] = {}
    for processor in processors:
        for link in below(register, processor, on, served.keys()):
            one = _narrowed(register, on, link, served[link.activity])
            if one is not None:
                found[_place(link.hop)] = one
    return tuple(found.values())


def _narrowed(register: Register, on: date, link: Link, served: frozenset[str]) -> Link | None:
    """A link with the data of some controllers; None where it has none of theirs."""
    whose = answering(register, link.customers, served)
    own = frozenset(Borne.of(register, link.activity, on).tokens(link.hop, whose)) if whose else frozenset()
    tokens = tuple(one for one in link.tokens if one in own)
    return replace(link, tokens=tokens, customers=whose) if tokens else None


def answering(register: Register, controllers: Iterable[str], served: Collection[str]) -> tuple[str, ...]:
    """Which of some controllers are served, by themselves or as a category that lists one who is."""
    return tuple(
        one for one in controllers if one in served or set(register.party(one).members) & set(served)
    )
