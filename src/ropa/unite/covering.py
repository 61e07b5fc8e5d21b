"""For which activities an agreement holds: one that names none is for those of its own register, and for no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa.model import Agreement, Register
from ropa.unite.rewrite import told
from ropa.unite.side import Side

Meeting = frozenset[str]
"""Parties that meet in one activity, by their keys in the joined register."""


def write_covered(sides: Sequence[Side]) -> list[tuple[int, str]]:
    """Writes out what each agreement without `covers` covers, where its parties also meet in another register.

    Gives the agreements, with the numbers of their registers, of which that cannot be written: their register has no
    activities to name.
    """
    if len(sides) < 2 or not any(one.lists["agreements"] for one in sides):
        return []
    meetings = [frozenset(_meetings(one)) for one in sides]
    wider: list[tuple[int, str]] = []
    for number, side in enumerate(sides):
        others = frozenset[Meeting]().union(*(one for at, one in enumerate(meetings) if at != number))
        categories = {one.key: one.members for one in side.lists["parties"] if one.named is False}
        own = tuple(one.key for one in side.activities)
        entries = []
        for one in side.lists["agreements"]:
            if not one.covers and _reaches(_bound(one, categories), others):
                if own:
                    one = told(one, covers=own)
                else:
                    wider.append((number, one.key))
            entries.append(one)
        side.lists["agreements"] = tuple(entries)
    return wider


def _bound(paper: Agreement, categories: dict[str, tuple[str, ...]]) -> Meeting:
    """The parties to an agreement, and the members of a category that is one."""
    return frozenset(paper.between).union(*(categories.get(key, ()) for key in paper.between))


def _reaches(bound: Meeting, meetings: frozenset[Meeting]) -> bool:
    return any(len(bound & one) > 1 or one <= bound for one in meetings if one)


def _meetings(side: Side) -> Iterator[Meeting]:
    """Who meets in each activity: its controllers, and who sends and gets data there."""
    register, keys = side.register, side.rewriter.keys["party"]
    found = {one.key: set(register.controllers_of(one)) for one in register.activities}
    nobodys = {key for key, controllers in found.items() if not controllers}
    for hop in register.flows():
        found.setdefault(hop.activity, set()).update((hop.sender, hop.recipient, *hop.controllers))
    for activity, parties in found.items():
        meeting = {keys.get(key, key) for key in parties | _members(register, parties)}
        yield frozenset(meeting | {side.holder} if activity in nobodys and side.holder else meeting)


def _members(register: Register, parties: set[str]) -> set[str]:
    held = (register.party(key) for key in parties & register.party_keys)
    return {key for one in held if one.named is False for key in one.members}
