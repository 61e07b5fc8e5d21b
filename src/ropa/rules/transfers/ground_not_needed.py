"""A safeguard is recorded where an adequacy decision is enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA221", article="45(1)", duty=Duty.GOOD_PRACTICE, theme="transfers", profile="accountability")
def ground_not_needed(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """An adequacy decision covers the transfer, and the register records another ground.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: clauses, kind: standard-contractual-clauses, between: [bakery, host], decision: 2021/914, module: "2", signed: 2023-01-01, transfer_impact_assessment: {date: 2022-12-01}}
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: CH}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: CH, grounds: adequacy}}
    ```
    """
    yield from because(register, on, tables, ("covered-besides",))
