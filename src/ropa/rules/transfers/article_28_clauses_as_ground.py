"""Clauses that are no ground for a transfer are recorded as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA210", article="46(2)(c)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def article_28_clauses_as_ground(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer rests on the clauses of 2021/915, which are for controllers and processors and no ground for a transfer.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: clauses, kind: standard-contractual-clauses, between: [bakery, host], decision: 2021/915, signed: 2023-01-01}
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: clauses, kind: standard-contractual-clauses, between: [bakery, host], decision: 2021/914, module: "2", signed: 2023-01-01, transfer_impact_assessment: {date: 2022-12-01}}
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN}}
    ```
    """
    yield from because(register, on, tables, ("not-a-transfer-tool",))
