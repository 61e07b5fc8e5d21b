"""Which flows the clauses of an agreement are for, which modules they take, and which annexes those modules have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ropa.errors import UnknownEntry
from ropa.law import Role, Tables, outside_eea, standard
from ropa.law.cited import plain_number
from ropa.law.clause import Clauses, Fit
from ropa.law.lookup import WITH_MODULES
from ropa.model import PEOPLE, Agreement, Hop, Register
from ropa.outline.contracts.resting import rests_on
from ropa.sharing.engagement import is_contract
from ropa.sharing.reach import Reach
from ropa.transfer import PAPER, transfers_of


@dataclass(frozen=True, slots=True)
class Exports:
    """Who exports what to whom under an agreement with clauses."""

    paper: Agreement
    hops: tuple[Hop, ...]
    stated: bool
    """Whether the agreement itself states the module."""
    fits: tuple[Fit, ...]
    """The modules, as stated or else as the roles have it; none where neither is known."""

    @property
    def exporters(self) -> tuple[str, ...]:
        """Who sends."""
        return tuple(dict.fromkeys(hop.sender for hop in self.hops))

    @property
    def importers(self) -> tuple[str, ...]:
        """Who receives."""
        return tuple(dict.fromkeys(hop.recipient for hop in self.hops))

    @property
    def activities(self) -> tuple[str, ...]:
        """In which activities."""
        return tuple(dict.fromkeys(hop.activity for hop in self.hops))

    def hops_in(self, activity: str) -> tuple[Hop, ...]:
        """What is sent in one activity."""
        return tuple(hop for hop in self.hops if hop.activity == activity)

    @property
    def has_authority(self) -> bool:
        """Whether there is an Annex I.C, and an Annex II: not where a processor sends back to its customer."""
        return not self.fits or any(not _sends_back(one) for one in self.fits)

    @property
    def has_sub_processors(self) -> bool:
        """Whether there is an Annex III: where the importer is a processor."""
        return not self.fits or any(one.recipient is Role.PROCESSOR for one in self.fits)


def _sends_back(fit: Fit) -> bool:
    return fit.sender is Role.PROCESSOR and fit.recipient is not Role.PROCESSOR


def exports(register: Register, key: str, on: date, tables: Tables | None = None) -> Exports:
    """What an agreement with the clauses of 2021/914 is for. `UnknownEntry` where there is no such agreement."""
    rows = tables or standard()
    paper = _with_clauses(register, key, rows)
    hops = tuple(_leaving(register, paper, on, rows))
    row = rows.clauses(WITH_MODULES)
    stated = tuple(one for one in row.parties if _states(paper, one)) if paper.module else ()
    return Exports(paper, hops, bool(stated), stated or tuple(dict.fromkeys(_fits(register, row, hops, on))))


def _with_clauses(register: Register, key: str, tables: Tables) -> Agreement:
    paper = register.agreement(key)
    if paper.kind not in PAPER or paper.kind != "standard-contractual-clauses":
        why = f"the agreement {key!r} has no standard contractual clauses: it is of the kind {paper.kind!r}"
        raise UnknownEntry(f"{why}; ask for its processing annex" if is_contract(paper) else why)
    if paper.decision and plain_number(paper.decision) != WITH_MODULES:
        cited = paper.decision[:100]
        tool = not tables.has_clauses(cited) or tables.clauses(cited).transfer_tool
        why = f"the clauses of {key!r} are those of {cited!r}, and these annexes are of {WITH_MODULES}"
        raise UnknownEntry(why if tool else f"{why}; ask for its processing annex")
    return paper


def _leaving(register: Register, paper: Agreement, on: date, tables: Tables) -> Iterator[Hop]:
    """The flows under the agreement: those that leave the EEA, else those to who is established outside, else all."""
    every = [
        hop
        for hop in register.flows(on=on)
        if hop.sender != PEOPLE and rests_on(register, paper, hop.sender, hop.recipient, hop)
    ]
    leaving = [hop for hop in every if any(transfers_of(register, hop, on=on, tables=tables))]
    away = [hop for hop in every if outside_eea((register.party(hop.recipient).country or "",), on, tables)]
    yield from leaving or [hop for hop in away if register.party(hop.recipient).country] or every


def _states(paper: Agreement, fit: Fit) -> bool:
    """Whether an agreement states a module, by its number or by its roles (C2P)."""
    short = f"{fit.sender.value[0]}2{fit.recipient.value[0]}"
    return bool(re.search(rf"\b(?:{fit.module}|{short})\b", (paper.module or "")[:1000], re.IGNORECASE))


def _fits(register: Register, row: Clauses, hops: Iterable[Hop], on: date) -> Iterator[Fit]:
    for hop in hops:
        sender = role_of_sender(register, hop, on)
        fit = row.fit(sender, hop.role[0]) if sender and len(hop.role) == 1 else None
        if hop.source and sender and not fit:
            fit = row.fit(sender, Role.CONTROLLER)
        if fit:
            yield fit


def role_of_sender(register: Register, hop: Hop, on: date) -> Role | None:
    """What the sender of a flow is in its activity; None where that does not follow from the register."""
    if hop.sender in hop.controllers:
        return Role.CONTROLLER
    if hop.sub_processor:
        return Role.PROCESSOR
    roles = {
        role
        for one in Reach.of(register, on).hops.get(hop.activity, ())
        if one.recipient == hop.sender
        for role in one.role
    }
    return next(iter(roles)) if len(roles) == 1 else None
