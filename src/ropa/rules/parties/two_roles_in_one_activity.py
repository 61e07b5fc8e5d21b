"""One entry makes the same party controller and processor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.naming import activity, party
from ropa.rules.rule import Place, rule


@rule("ROPA164", article="30(2)", duty=Duty.GOOD_PRACTICE, theme="parties", profile="art30-strict")
def two_roles_in_one_activity(register: Register, on: date) -> Iterator[Place]:
    """One party is a controller and a processor in the same activity: two records are asked of it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: cafe, name: The Café}]
    activities:
      - {key: card, name: Card, controllers: [bakery, cafe], flows: {sender: cafe, recipient: bakery, role: processor}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: cafe, name: The Café}]
    activities:
      - {key: card, name: Card, controllers: bakery}
      - {key: card-of-cafe, name: Card, controllers: cafe, flows: {recipient: bakery, role: processor}}
    ```
    """
    told: set[tuple[str, str]] = set()
    for hop in register.flows(on=on):
        both = (hop.activity, hop.recipient)
        if hop.is_processor and hop.activity and both not in told:
            told.add(both)
            if hop.recipient in register.controllers_of(register.activity(hop.activity)):
                facts = {
                    "party": party(register, hop.recipient),
                    "activity": activity(register, hop.activity),
                }
                yield Place(f"activities.{hop.activity}", facts)
