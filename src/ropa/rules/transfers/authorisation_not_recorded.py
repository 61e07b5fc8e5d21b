"""A safeguard lacks the authorisation of an authority on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule(
    "ROPA214",
    article="46(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def authorisation_not_recorded(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A safeguard that a supervisory authority authorises is recorded without that authorisation.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: ad-hoc-clauses}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: own, kind: ad-hoc-clauses, between: [bakery, host], decision: AP 2024-17, transfer_impact_assessment: {date: 2024-01-01}}
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: ad-hoc-clauses}}
    ```
    """
    yield from because(
        register, on, tables, ("authorisation-not-recorded",), look=("authorisation-not-recorded",)
    )
