"""It is not decided what a recipient is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule


@rule(
    "ROPA003",
    article="30(1)(d)",
    duty=Duty.WHERE_POSSIBLE,
    certainty=Certainty.LIKELY,
    profile="accountability",
)
def role_open(register: Register, on: date) -> Iterator[Place]:
    """A flow whose recipient's role is not stated or undecided: who answers for the data there stays open.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: reseller}]
    activities:
      - {key: orders, flows: [{recipient: reseller}]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: reseller}]
    activities:
      - {key: orders, flows: [{recipient: reseller, role: controller}]}
    ```
    """
    for hop in register.flows(on=on):
        if len(hop.role) != 1 and not hop.source:
            yield Place(hop.path, {"recipient": register.party(hop.recipient).name or hop.recipient})
