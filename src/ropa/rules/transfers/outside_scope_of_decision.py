"""A decision does not reach the recipient or the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because

DOUBTS = ("scope-employment", "scope-not-recorded", "scope-public", "exporter-not-known", "not-verified")


@rule("ROPA206", article="45(3)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def outside_scope_of_decision(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """An adequacy decision exists for the country, and does not reach this recipient or these data, or it is not recorded that it does.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Ministry, public_body: true}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: CA, grounds: adequacy}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host, public_body: false}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: CA, grounds: adequacy}}
    ```
    """
    yield from because(register, on, tables, ("scope-does-not-reach", *DOUBTS), look=DOUBTS)
