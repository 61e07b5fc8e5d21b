"""What a letter keeps to itself: who else is a customer, also where somebody wrote it in a name or a note."""

from __future__ import annotations

from collections.abc import Iterator

from ropa.audience.veil import Veil
from ropa.letters.dealings import Dealings
from ropa.model import PEOPLE
from ropa.model.text import sayings


def veil(dealings: Dealings, to: str) -> Veil:
    """A veil over the names of the customers that a party has nothing to do with, past and planned ones included."""
    if not dealings.customers:
        return Veil({})
    hidden = dealings.every_customer
    left = hidden - {to, dealings.register.holder, *_near(dealings, to)}
    parties = (dealings.register.party(key) for key in sorted(left) if key != PEOPLE)
    return Veil.over([said for one in parties for said in (*sayings(one.name),) or (one.key,)])


def _near(dealings: Dealings, to: str) -> Iterator[str]:
    """Whom a party knows: by a flow between the two, by a paper, or as a joint controller."""
    register = dealings.register
    for hop in dealings.hops:
        if to in (hop.sender, hop.recipient):
            yield from (hop.sender, hop.recipient)
    for paper in register.agreements:
        if to in paper.between:
            yield from paper.between
    for one in register.activities:
        together = register.controllers_of(one)
        if to in together and register.are_joint(one, on=dealings.on):
            yield from together
