"""Who counts as a recipient in a document: whom its records name as one, and who gets data without being one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ropa.model import Hop
from ropa.outline.cells import Cells
from ropa.outline.records import controlled
from ropa.sharing.apart import is_apart
from ropa.wording import role_of

Roles = Mapping[str, frozenset[str]]
"""Parties by what they are, in words; one that is several things stands under each."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """The recipients of the holder's data, and of what it does for others."""

    roles: Roles
    apart: Roles
    """Those who are none in the sense of Article 4(9) and (10): authorities in an inquiry, own staff."""
    elsewhen: int
    """How many of the recipients get data on another day only: a record names whom they were or will be disclosed to."""

    @property
    def overlap(self) -> bool:
        """Whether some recipient stands under more than one role."""
        return sum(map(len, self.roles.values())) > len(frozenset().union(*self.roles.values()))


def recipients(words: Cells, on: date) -> Recipients:
    """What the holder's own activities have under 30(1)(d), and who gets data in those that it has no record of as controller."""
    holder = words.register.holder
    entries = [entry for one in controlled(words, holder, on) for entry in one.entries]
    ours = {entry.activity.key for entry in entries}
    others = [
        hop
        for hop in words.register.flows(on=on)
        if hop.activity not in ours and hop.recipient != holder and not (hop.source or hop.returned)
    ]
    told = [*_of(entry.recipients for entry in entries), *(hop for hop in others if not is_apart(hop))]
    apart = [*_of(entry.not_recipients for entry in entries), *(hop for hop in others if is_apart(hop))]
    everyone = {hop.recipient for hop in told}
    return Recipients(
        _by_role(words, told),
        _by_role(words, apart),
        len(everyone - {hop.recipient for hop in told if hop.holds(on)}),
    )


def _of(held: Iterable[tuple[Hop, ...]]) -> Iterator[Hop]:
    for hops in held:
        yield from hops


def _by_role(words: Cells, hops: Iterable[Hop]) -> Roles:
    """What goes to a controller, or back, without a role says little of who that is: it counts where no other flow does."""
    found: dict[str, set[str]] = {}
    known: set[str] = set()
    for hop in sorted(hops, key=_is_silent):
        if not _is_silent(hop) or hop.recipient not in known:
            found.setdefault(role_of(words, hop), set()).add(hop.recipient)
            known.add(hop.recipient)
    return {role: frozenset(parties) for role, parties in found.items()}


def _is_silent(hop: Hop) -> bool:
    return not hop.role and (hop.source or hop.returned)
