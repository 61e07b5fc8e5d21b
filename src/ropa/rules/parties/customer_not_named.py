"""A processor does not name the controller it works for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.naming import party
from ropa.rules.recorded import as_processor
from ropa.rules.rule import Place, rule


@rule(
    "ROPA166",
    article="30(2)(a)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="art30-strict",
)
def customer_not_named(register: Register, on: date) -> Iterator[Place]:
    """The holder is a processor for "customers": a category, where the record asks for the name of each controller.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafes, name: Cafés in town, named: false}]
    activities:
      - {key: cards, controllers: cafes, flows: {recipient: bakery, role: processor, processing: savings-cards}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe, name: Café on the Square}]
    activities:
      - {key: cards, controllers: cafe, flows: {recipient: bakery, role: processor, processing: savings-cards}}
    ```
    """
    told: set[str] = set()
    for record in as_processor(register, on):
        for row in record.rows:
            one = row.controller
            if one.named is False and not one.members and one.key not in told:
                told.add(one.key)
                yield Place(f"parties.{one.key}", {"controller": party(register, one.key)})
