"""Work that two joined registers both record: the customer's activity, and its vendor's for that customer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ropa.model import Hop, Register
from ropa.records.behalf import Held, by_activity
from ropa.unite.engagement import Engagement, engaged
from ropa.unite.matched import matched


@dataclass(frozen=True, slots=True)
class SameWork:
    """Activities of two registers that may be one: `mirror` would hold them against each other. They stay several."""

    customer: str
    """For whom the work is done, by its key in the joined register."""
    vendor: str
    """Who does it."""
    activities: tuple[tuple[str, ...], tuple[str, ...]]
    """The customer's and the vendor's, by their keys in the joined register."""
    registers: tuple[int, int]
    """From which registers these are, counted from one."""


def same_work(
    register: Register, origins: Mapping[str, int], holders: Sequence[str | None]
) -> Iterator[SameWork]:
    """What a joined register has twice, whenever it holds: told by a customer, and by a processor whose register it is.

    `origins` says from which register each activity is, counted from one; `holders` are those of the registers.
    """
    if len(holders) < 2:
        return
    every = by_activity(register, register.flows(), None)
    for (customer, vendor), recorded in _dealings(register, every, origins, holders).items():
        own = [number for number in recorded if holders[number - 1] == vendor]
        sides = {
            number: engaged(register, {key: every[key] for key in keys}, customer, vendor, None)
            for number, keys in recorded.items()
        } if 0 < len(own) < len(recorded) else {}  # fmt: skip
        for mine in [number for number in sides if number not in own]:
            for theirs in own:
                for some, row in matched(sides[mine], sides[theirs]).pairs:
                    yield SameWork(customer, vendor, (_keys(some), (row.activity,)), (mine, theirs))


def _keys(engagements: Sequence[Engagement]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.activity for one in engagements))


def _dealings(
    register: Register,
    every: Mapping[str, list[Held]],
    origins: Mapping[str, int],
    holders: Sequence[str | None],
) -> dict[tuple[str, str], dict[int, dict[str, None]]]:
    """Which activities of which registers are about a customer and a holder that gets data from it."""
    found: dict[tuple[str, str], dict[int, dict[str, None]]] = {}
    for key, held in every.items():
        for hop, controllers in held if key in origins else ():
            for customer in _customers(register, hop, controllers) if hop.recipient in holders else ():
                of = found.setdefault((customer, hop.recipient), {})
                of.setdefault(origins[key], {})[key] = None
    return found


def _customers(register: Register, hop: Hop, controllers: Sequence[str]) -> Iterator[str]:
    """The controllers for whom a flow goes, and those who are listed in a category of them."""
    for key in controllers:
        yield from (one for one in (key, *register.party(key).members) if one != hop.recipient)
