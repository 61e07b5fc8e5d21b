"""Data may go to others on occasions of their own, and nothing says on which basis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role
from ropa.model import PEOPLE, Hop, Register
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

INSIDE = frozenset({Role.PROCESSOR, Role.OWN_STAFF})


@rule(
    "ROPA229",
    article="6(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def disclosure_without_legal_basis(register: Register, on: date) -> Iterator[Place]:
    """Data go to others by law, in a dispute or against crime, and neither that nor any purpose of the activity has a legal basis.

    One finding for the flows that stand together. What goes out to deliver a service goes with the purposes of the activity.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: others}]
    activities: [{key: orders, flows: [{recipient: others, when: The bakery defends its rights}]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: others}]
    activities:
      - key: orders
        flows:
          - {recipient: others, when: The bakery defends its rights, legal_bases: {basis: legitimate-interests, interest: Being paid}}
    ```
    """
    found: dict[str, dict[str, Hop]] = {}
    ledger = controlled(register, on)
    bare = {one.key for one in ledger.activities if not one.bases()}
    based = any(said.bases or said.any_of for said in ledger.said)
    for hop in register.flows(on=on):
        if hop.general and based:
            continue  # what is said in general may rest on what is said so
        if hop.activity in bare and _is_an_occasion(hop):
            found.setdefault(hop.path.rpartition(".flows.")[0], {})[hop.path] = hop
    for around, hops in found.items():
        at = next(iter(hops)) if len(hops) == 1 else around
        yield Place(at, {"occasions": named(register, [hop.flow.when or "" for hop in hops.values()])})


def _is_an_occasion(hop: Hop) -> bool:
    """Whether somebody else gets data when something happens, other than to do the holder's work."""
    flow = hop.flow
    outside = hop.sender != PEOPLE and not (hop.source or hop.returned) and not INSIDE.intersection(hop.role)
    return outside and not flow.legal_bases and lexicon("principles", "occasion").finds(flow.when)
