"""Parties that nothing else in the register names: no flow, no agreement, no other entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ropa.model import Part, Party, Register
from ropa.model.spec import parts, specs
from ropa.model.text import sayings
from ropa.sharing.gaps.gap import Gap, GapKind
from ropa.sharing.gaps.look import Look

PARTY = "party"


def unused(look: Look) -> Iterator[Gap]:
    """Every party that no entry but itself refers to, whenever that entry holds."""
    left = _unmentioned(look.register)
    if not left:
        return
    named = set(_named(look.register))
    authorities = {one for party in look.register.parties for one in sayings(party.supervisory_authority)}
    for party in left:
        if authorities and not authorities.isdisjoint((party.key, *sayings(party.name))):
            continue  # named in words, where the register says who supervises whom
        if party.key not in named and party.holds(look.on):
            yield Gap(
                kind=GapKind.UNUSED_PARTY,
                at=(f"parties.{party.key}",),
                article="30(1)(d)",
                recipient=party.key,
            )


def _unmentioned(register: Register) -> list[Party]:
    """The parties that no flow and no agreement names, which names nearly all of them: only then is all looked at."""
    mentioned: set[str | None] = {register.holder}
    for one in (*register.activities, *register.general):
        for flow in one.flows:
            mentioned.add(flow.sender)
            mentioned.update(flow.recipient)
    for paper in register.agreements:
        mentioned.update(paper.between)
    return [party for party in register.parties if party.key not in mentioned]


def _named(register: Register) -> Iterator[str]:
    """Every key that some field gives where it refers to a party; what a party says of itself does not count."""
    waiting: list[tuple[Part, str]] = [(register, "")]
    while waiting:
        part, within = waiting.pop()
        held = part.__dict__
        for name, refers in _looked_at(type(part)):
            if not held[name]:
                continue
            for value in _values(held[name]):
                if isinstance(value, Part):
                    waiting.append((value, value.key if isinstance(value, Party) else within))
                elif refers and value != within:
                    yield value


def _values(held: Any) -> tuple[Any, ...]:
    if type(held) is tuple:  # asked first because most are
        return held
    return tuple(held.values()) if isinstance(held, Mapping) else (held,)


@cache
def _looked_at(owner: type[Part]) -> tuple[tuple[str, bool], ...]:
    """The fields of a part that refer to parties, or hold parts that do."""
    found = []
    for spec in specs(owner).values():
        refers = spec.refers is not None and spec.refers.kind == PARTY
        if refers or (spec.part and _deep(spec.part)):
            found.append((spec.name, refers))
    return tuple(found)


@cache
def _deep(part: type[Part]) -> bool:
    return any(
        spec.refers is not None and spec.refers.kind == PARTY
        for one in parts(part)
        for spec in specs(one).values()
    )
