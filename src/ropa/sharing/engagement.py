"""Who engages a processor in an activity, on which paper, and whether it may engage others: Article 28(2) to (4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from ropa.model import PEOPLE, Agreement, Hop, Register
from ropa.model.hop import covers
from ropa.sharing.tokens import Matter

CONTRACTS = ("processing-agreement", "sub-processing-agreement", "other-legal-act")
"""Kinds of agreements that bind a processor (Article 28(3) and (4))."""
CLAUSES = ("2021/914", "2021/915")
"""Commission decisions whose clauses also satisfy Article 28(3): 2021/915, and modules 2 and 3 of 2021/914."""


class Permission(StrEnum):
    """What the papers with a processor say of one other processor, from most to least (Article 28(2))."""

    GENERAL = "general"
    BY_NAME = "by-name"
    NOT_LISTED = "not-listed"
    """Only those listed are authorised, and this one is not listed."""
    REFUSED = "refused"
    NOT_RECORDED = "not-recorded"


GENERAL = "general-authorisation"
LIMITING = ("specific-authorisation", "none")
"""What an agreement says of sub-processors where it does not allow everybody."""
GIVEN = (Permission.GENERAL, Permission.BY_NAME)
ORDER = tuple(Permission)
"""From most to least: of several papers the one that gives most counts."""
_NOTHING_SAID = Permission.NOT_RECORDED


class Authorisation(NamedTuple):
    """What one party that engages a processor allows it, and in which agreements that stands."""

    by: str
    permission: Permission
    agreements: tuple[str, ...] = ()


class Engagement(NamedTuple):
    """One party engages another as its processor; the agreements are those in force."""

    engager: str
    processor: str
    agreements: tuple[str, ...]
    hop: Hop


class Papers:
    """The agreements of a register by whom they bind, in force on a day: few are looked at for each pair."""

    def __init__(self, register: Register, on: date | None) -> None:
        self.register = register
        self.on = on
        self._said: dict[str, tuple[Permission, frozenset[str]]] = {}

    @cached_property
    def _of(self) -> Mapping[str, Mapping[str, Agreement]]:
        found: dict[str, dict[str, Agreement]] = {}
        for paper in self.register.agreements:
            if paper.holds(self.on):
                for party in self._bound(paper):
                    found.setdefault(party, {})[paper.key] = paper
        return found

    def _bound(self, paper: Agreement) -> Iterator[str]:
        """The parties to a paper, the members of a category included."""
        for key in dict.fromkeys(paper.between):
            yield key
            if key in self.register.party_keys and self.register.party(key).named is False:
                yield from self.register.party(key).members

    @cached_property
    def limits(self) -> frozenset[str]:
        """The agreements in force that allow only the sub-processors they list, or none."""
        return self._saying(LIMITING)

    @cached_property
    def general(self) -> frozenset[str]:
        """The agreements in force that allow every sub-processor."""
        return self._saying((GENERAL,))

    def _saying(self, words: tuple[str, ...]) -> frozenset[str]:
        """The agreements in force that say one of these of sub-processors, and for certain."""
        held = {key: paper for papers in self._of.values() for key, paper in papers.items()}
        return frozenset(key for key, one in held.items() if one.when is None and one.sub_processors in words)

    def permission(self, key: str, party: str) -> Permission:
        """What an agreement says of engaging a party as a further processor."""
        found = self._said.get(key)
        if found is None:
            found = self._said[key] = permissions(self.register, self.register.agreement(key))
        others, listed = found
        return Permission.BY_NAME if party in listed else others

    def between(self, one: str, other: str, activity: str) -> tuple[str, ...]:
        """The agreements in force that cover two parties and an activity."""
        fewer = min((self._of.get(one, {}), self._of.get(other, {})), key=len)
        return tuple(
            key for key, paper in fewer.items() if covers(self.register, paper, (one, other), activity)
        )


class Engagements:
    """Who engages whom in one activity. A processor that collects from people does so for the controllers."""

    def __init__(self, papers: Papers, matter: Matter, hops: Iterable[Hop]) -> None:
        self.papers = papers
        self.matter = matter
        self._controllers = frozenset(matter.controllers)
        self._hops = [hop for hop in hops if hop.is_processor]
        self._known: dict[str, Mapping[str, Sequence[str]]] = {}
        self._told = {hop.recipient for hop in self._hops if hop.sender != PEOPLE}

    def __iter__(self) -> Iterator[Engagement]:
        return iter(self._every)

    @cached_property
    def _every(self) -> tuple[Engagement, ...]:
        return tuple(one for hop in self._hops for one in self.made_by(hop))

    @cached_property
    def of(self) -> Mapping[str, tuple[Engagement, ...]]:
        """The engagements of each processor."""
        found: dict[str, list[Engagement]] = {}
        for one in self:
            found.setdefault(one.processor, []).append(one)
        return {party: tuple(held) for party, held in found.items()}

    def made_by(self, hop: Hop) -> Iterator[Engagement]:
        """The engagements that a flow to a processor shows."""
        if hop.sender != PEOPLE:
            yield Engagement(hop.sender, hop.recipient, hop.agreements, hop)
        elif hop.recipient not in self._told:
            for one in hop.controllers:
                found = hop.agreements or self.papers.between(one, hop.recipient, hop.activity)
                yield Engagement(one, hop.recipient, found, hop)

    def above(self, hop: Hop) -> Iterator[Engagement]:
        """How the sender of a flow was itself engaged, for the controllers that the flow is for."""
        every = self.of.get(hop.sender, ())
        if not hop.flow.customers:
            return iter(every)
        for_whom = self.matter.accepted(hop.flow.customers)
        those = {place for tag in for_whom for place in self._behalf.get((hop.sender, tag), ())}
        return (every[place] for place in sorted(those))

    @cached_property
    def _behalf(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """The places of the engagements of each processor by whom they are for."""
        found: dict[tuple[str, str], list[int]] = {}
        for party, every in self.of.items():
            for place, one in enumerate(every):
                own = one.engager in self._controllers and one.engager not in self.of
                for whose in dict.fromkeys((one.engager,) if own else one.hop.controllers):
                    found.setdefault((party, self.matter.tag(whose)), []).append(place)
        return found

    def authorisations(self, hop: Hop) -> tuple[Authorisation, ...]:
        """What each party that engages the sender allows it to engage the recipient, where that is a sub-processor."""
        if not hop.onward:
            return ()
        recipient = hop.recipient  # in a circle nobody is asked about itself
        return tuple(
            [self.best(by, keys, recipient) for by, keys in self.asked(hop).items() if by != recipient]
        )

    def lacking(self, hop: Hop) -> list[Authorisation]:
        """Those of the authorisations of a sub-processor that do not allow it. Most papers authorise in general."""
        general = self.papers.general
        asked = self.asked(hop).items() if hop.onward else ()
        left = ((by, keys) for by, keys in asked if by != hop.recipient and general.isdisjoint(keys))
        found = (self.best(by, keys, hop.recipient) for by, keys in left)
        return [one for one in found if one.permission not in GIVEN]

    def asked(self, hop: Hop) -> Mapping[str, Sequence[str]]:
        """Who has to allow the sender of a flow another processor, and the papers between the two."""
        customers = hop.flow.customers
        if not customers and hop.sender in self._known:
            return self._known[hop.sender]
        found: dict[str, list[str]] = {}
        for one in self.above(hop):
            keys = found.setdefault(one.engager, [])
            keys += one.agreements
            if customers and one.engager in self._controllers:
                keys += self.of_members(customers, hop.sender)
        asked = {by: tuple(dict.fromkeys(keys)) for by, keys in found.items()}
        if not customers:
            self._known[hop.sender] = asked
        return asked

    def of_members(self, customers: Iterable[str], processor: str) -> Iterator[str]:
        """The papers of customers of a flow that are one of a category of controllers, and may have their own."""
        for one in customers:
            if one and one not in self._controllers:
                yield from self.papers.between(one, processor, self.matter.activity)

    def best(self, by: str, keys: Sequence[str], party: str) -> Authorisation:
        """What the papers of one party say of another at most."""
        if not keys:
            return Authorisation(by, _NOTHING_SAID)
        said = [(self.papers.permission(key, party), key) for key in keys]
        best = said[0][0] if len(said) == 1 else min([one for one, _ in said], key=ORDER.index)
        if best is _NOTHING_SAID:
            return Authorisation(by, best)
        return Authorisation(by, best, tuple([key for one, key in said if one is best]))


def permissions(register: Register, paper: Agreement) -> tuple[Permission, frozenset[str]]:
    """What one agreement says of other processors, and whom it authorises by name, the members of categories included.

    One that holds only on a condition (`when`) says nothing for certain; one that authorises in general needs no names.
    """
    if paper.when is not None:
        return Permission.NOT_RECORDED, frozenset()
    if paper.sub_processors == GENERAL:
        return Permission.GENERAL, frozenset()
    known = [register.party(one) for one in paper.authorised if one in register.party_keys]
    listed = frozenset(paper.authorised).union(*(one.members for one in known))
    if paper.sub_processors == "specific-authorisation":
        return Permission.NOT_LISTED, listed
    return (Permission.REFUSED if paper.sub_processors == "none" else Permission.NOT_RECORDED), listed


def asks_for_contract(hop: Hop) -> str:
    """The provision by which a flow to a processor asks for a contract."""
    return "28(4)" if hop.sub_processor else "28(3)"


def binds(paper: Agreement) -> bool:
    """Whether an agreement is a contract with a processor. "Where needed" leaves open whether it is there."""
    return paper.when is None and is_contract(paper)


def is_contract(paper: Agreement) -> bool:
    """Whether an agreement is of a kind that binds a processor, on whatever condition."""
    return paper.kind in CONTRACTS or (
        paper.kind == "standard-contractual-clauses"
        and any(number in (paper.decision or "") for number in CLAUSES)
        and (paper.module or "2") in ("2", "3")
    )
