"""Data may go with the business to somebody else, and on which basis is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import PEOPLE, Hop, Register
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule

ACQUIRER = "acquirer"


@rule(
    "ROPA125",
    article="6(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def handover_without_basis(register: Register, on: date) -> Iterator[Place]:
    """Data go to whoever takes over the business, and no legal basis of that disclosure is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: buyer, services: acquirer}]
    activities: [{key: orders, flows: {recipient: buyer, when: The bakery is sold}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: buyer, services: acquirer}]
    activities:
      - key: orders
        flows:
          recipient: buyer
          when: The bakery is sold
          legal_bases: {basis: legitimate-interests, interest: That customers get their bread}
    ```
    """
    told: set[str] = set()
    for hop in register.flows(on=on):
        if hop.path not in told and _hands_over(register, hop) and not hop.flow.legal_bases:
            told.add(hop.path)
            yield Place(hop.path, {"recipient": party(register, hop.recipient)})


def _hands_over(register: Register, hop: Hop) -> bool:
    sent = hop.sender != PEOPLE and not hop.source and not hop.is_processor
    return sent and ACQUIRER in register.party(hop.recipient).services
