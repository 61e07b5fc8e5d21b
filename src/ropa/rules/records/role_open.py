"""It is not decided what a recipient is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.inquiries import looks_like_an_inquiry
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties


@rule(
    "ROPA003",
    article="30(1)(d)",
    duty=Duty.WHERE_POSSIBLE,
    certainty=Certainty.LIKELY,
    profile="accountability",
)
def role_open(register: Register, on: date) -> Iterator[Place]:
    """A flow whose recipient's role is not stated or undecided: who answers for the data there stays open.

    One finding for each flow, whoever receives it. Of an authority that inquires another rule asks whether it is a recipient at all.

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
    found: dict[str, list[str]] = {}
    for hop in register.flows(on=on):
        if (
            len(hop.role) != 1
            and not (hop.source or hop.returned)
            and not looks_like_an_inquiry(register, hop)
        ):
            found.setdefault(hop.path, []).append(hop.recipient)
    for path, recipients in found.items():
        yield Place(path, {"recipient": parties(register, recipients)})
