"""A public body relies on a derogation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule(
    "ROPA216",
    article="49(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def derogation_of_public_body(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A public body relies on a derogation that is closed to it in the exercise of its public powers.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, public_body: true}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-consent}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, public_body: true}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-public-interest}}
    ```
    """
    yield from because(register, on, tables, ("public-powers",), look=("public-powers",))
