"""Somebody may be a processor, and there is no paper with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role
from ropa.model import PEOPLE, Hop, Register
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties


@rule(
    "ROPA230",
    article="28(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="accountability",
)
def open_role_without_contract(register: Register, on: date) -> Iterator[Place]:
    """Recipients carry something out and their role is open; if they are processors, no contract with them is recorded.

    One finding for each flow, whoever receives it. Where some paper with them is recorded, it may be the contract.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helper}]
    activities: [{key: orders, flows: [{recipient: helper, processing: delivery}]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helper}]
    agreements: [{key: dpa, kind: processing-agreement, between: [bakery, helper]}]
    activities: [{key: orders, flows: [{recipient: helper, processing: delivery}]}]
    ```
    """
    found: dict[str, list[Hop]] = {}
    for hop in register.flows(on=on):
        if _may_be_processor(hop) and not any(register.agreement(key).holds(on) for key in hop.agreements):
            found.setdefault(hop.path, []).append(hop)
    for path, hops in found.items():
        facts = {
            "recipient": parties(register, [hop.recipient for hop in hops]),
            "sender": party(register, hops[0].sender),
        }
        yield Place(path, facts)


def _may_be_processor(hop: Hop) -> bool:
    """Whether it is said that something is done with the data, and by whom it is answered for is not."""
    if hop.source or hop.returned or hop.sender == PEOPLE:
        return False
    undecided = len(hop.role) > 1 and Role.PROCESSOR in hop.role
    return undecided or (not hop.role and bool(hop.flow.processing))
