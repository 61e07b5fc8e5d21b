"""Decisions are taken by machine, and what allows it is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.deciding import deciding
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule(
    "ROPA143",
    article="22(2)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def automated_decision_without_ground(register: Register, on: date) -> Iterator[Place]:
    """Decisions without a human being are recorded, and not what allows them: a contract, a law or explicit consent.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: credit, automated_decisions: {exists: true}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: credit, automated_decisions: {exists: true, ground: Contract with the customer}}]
    ```
    """
    for one, said in deciding(register, on):
        if not said.ground:
            yield Place(f"{one.path}.automated_decisions", {"activity": activity(register, one.key)})
