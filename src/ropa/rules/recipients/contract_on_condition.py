"""A contract with processors is recorded only on a condition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.told import agreement
from ropa.sharing.engagement import is_contract


@rule(
    "ROPA178",
    article="28(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="accountability",
)
def contract_on_condition(register: Register, on: date) -> Iterator[Place]:
    """A contract with processors is there only on a condition: whether each processor has one stays open.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], when: Where needed}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office]}
    ```
    """
    for one in register.agreements:
        if one.when is not None and one.holds(on) and is_contract(one):
            facts = {"agreement": agreement(register, one.key), "when": named(register, [one.when])}
            yield Place(f"agreements.{one.key}", facts)
