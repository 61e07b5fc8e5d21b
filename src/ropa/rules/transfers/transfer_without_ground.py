"""Data leave the EEA, and no ground is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.destination import destination
from ropa.rules.rule import Place, rule
from ropa.transfer import transfers


@rule(
    "ROPA046",
    article="44",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def transfer_without_ground(register: Register, on: date) -> Iterator[Place]:
    """A flow to a third country, or reachable from one, for which the register records no ground.

    Whether an adequacy decision covers it is for a person to see: hence likely, not recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: shop-host}]
    activities:
      - {key: orders, flows: [{recipient: shop-host, role: processor, countries: NL, access_from: IN}]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: shop-host}]
    activities:
      - key: orders
        flows:
          - {recipient: shop-host, role: processor, countries: NL, access_from: IN, grounds: standard-contractual-clauses}
    ```
    """
    for one in transfers(register, on=on):
        if not one.has_ground:
            yield Place(one.path, {"destination": destination(register, one)})
