"""Which processors a list names: those below a party, as a processor or, where it is none, as a controller."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from ropa.law import Role
from ropa.model import PEOPLE, Hop, Register
from ropa.sharing import Link, chain


@dataclass(frozen=True, slots=True)
class Listed:
    """The links of a list: on the day, and whenever there were or will be any."""

    party: str
    on_behalf: bool
    """Whether it is what the party does as a processor: then all of them are sub-processors."""
    links: tuple[Link, ...]
    ever: tuple[Link, ...]

    @property
    def named(self) -> frozenset[str]:
        """Everybody a list may name: the party and who is below it, never on whose behalf."""
        return named(self.party, (*self.links, *self.ever))


def named(party: str, links: Iterable[Link]) -> frozenset[str]:
    """A party and everybody in links below it."""
    return frozenset({party}.union(*({link.sender, link.recipient} for link in links))) - {PEOPLE}


def listed(register: Register, party: str, on: date) -> Listed:
    """Every processor below a party, at any depth; `UnknownEntry` where there is no such party.

    What a party does as a processor is told apart from its own: only where it is nobody's processor, on the day or
    later, is the list about what it does as a controller.
    """
    register.party(party)
    served = _served(register, party, on)
    ever = below(register, party, None, served)
    return Listed(party, bool(served), below(register, party, on, served), ever)


def below(register: Register, party: str, on: date | None, served: Collection[str]) -> tuple[Link, ...]:
    """The processors below a party on a day (None: whenever), in those activities; in all where none are given.

    Whom a recipient that decides for itself engages is not below the party: that one answers for it.
    """
    links = [
        link
        for link in chain(register, f"parties.{party}", on=on).links
        if (link.rank is not None or Role.PROCESSOR in link.role) and (not served or link.activity in served)
    ]
    held: dict[str, list[Link]] = {}
    for link in links:
        held.setdefault(link.activity, []).append(link)
    engagers = {activity: _engagers(those, party) for activity, those in held.items()}
    return tuple(link for link in links if link.recipient != party and link.sender in engagers[link.activity])


def _engagers(links: Iterable[Link], party: str) -> frozenset[str]:
    """The party, and who engages for it in turn; people engage nobody, but give data to whom it engages."""
    engaged: dict[str, list[str]] = {}
    for link in links:
        if link.hop.is_processor:
            engaged.setdefault(link.sender, []).append(link.recipient)
    found = {party, PEOPLE}
    waiting = [party, PEOPLE]
    while waiting:
        for key in engaged.get(waiting.pop(), ()):
            if key not in found:
                found.add(key)
                waiting.append(key)
    return frozenset(found)


def _served(register: Register, party: str, on: date) -> frozenset[str]:
    """The activities in which it is a processor and not itself a controller, those that begin later included."""
    return frozenset(
        hop.activity
        for hop in register.flows(party=party, role=Role.PROCESSOR)
        if hop.is_processor
        and hop.recipient == party
        and not _over(hop, on)
        and _is_not_its_own(register, hop)
    )


def _is_not_its_own(register: Register, hop: Hop) -> bool:
    controllers = (
        register.controllers_of(register.activity(hop.activity)) if hop.activity else hop.controllers
    )
    return hop.recipient not in controllers


def _over(hop: Hop, on: date) -> bool:
    last = hop.last_day
    return last is not None and last < on
