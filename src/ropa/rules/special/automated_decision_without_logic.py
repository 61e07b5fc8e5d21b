"""Decisions are taken by machine, and their logic or their consequences are not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.deciding import deciding
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule(
    "ROPA145",
    article="13(2)(f)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def automated_decision_without_logic(register: Register, on: date) -> Iterator[Place]:
    """Decisions without a human being are recorded without the logic involved or without their consequences, which data subjects are told.

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
    activities: [{key: credit, automated_decisions: {exists: true, logic: Three late payments, consequences: Payment in advance}}]
    ```
    """
    for one, said in deciding(register, on):
        if not (said.logic and said.consequences):
            yield Place(f"{one.path}.automated_decisions", {"activity": activity(register, one.key)})
