"""Purposes stand in the register once for everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA117",
    article="5(1)(b)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def purposes_tied_to_no_activity(register: Register, on: date) -> Iterator[Place]:
    """Purposes are stated for all activities at once, so that it is not recorded which data serve which of them.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{purposes: [Delivering bread, Paying wages]}]
    activities: [{key: orders}, {key: staff}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{activities: orders, purposes: Delivering bread}]
    activities: [{key: orders}, {key: staff}]
    ```
    """
    ledger = controlled(register, on)
    if len(ledger.activities) < 2:
        return
    for said in ledger.said:
        if said.aims and not said.general.activities:
            yield Place(
                said.path,
                {"count": len(said.aims), "purposes": named(register, [aim.words for aim in said.aims])},
            )
