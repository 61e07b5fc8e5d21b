"""A processor has purposes of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.naming import named, party
from ropa.rules.rule import Place, rule


@rule("ROPA172", article="28(10)", duty=Duty.SHALL, theme="recipients", profile="accountability")
def processor_with_own_purposes(register: Register, on: date) -> Iterator[Place]:
    """A processor uses the data for purposes of its own: for these it is a controller.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}]
    activities: [{key: shop, flows: {recipient: host, role: processor, purposes: Improving its own products}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}]
    activities: [{key: shop, flows: {recipient: host, role: controller, purposes: Improving its own products}}]
    ```
    """
    told: set[tuple[str, str]] = set()
    for hop in register.flows(on=on):
        purposes = [one for one in hop.flow.purposes if one.holds(on)]
        if hop.is_processor and purposes and (hop.path, hop.recipient) not in told:
            told.add((hop.path, hop.recipient))
            facts = {
                "recipient": party(register, hop.recipient),
                "purposes": named(register, [one.text for one in purposes]),
            }
            possible = hop.flow.possible is True or all(one.possible for one in purposes)
            yield Place(hop.path, facts, certainty=Certainty.LIKELY if possible else None)
