"""Which of several grounds holds is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA223", article="46(1)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def grounds_undecided(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Several grounds are stated for a transfer, and not which of them it rests on; or none of them holds.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds_any_of: [binding-corporate-rules, standard-contractual-clauses]}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: clauses, kind: standard-contractual-clauses, between: [bakery, host], decision: 2021/914, module: "2", signed: 2023-01-01, transfer_impact_assessment: {date: 2022-12-01}}
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: standard-contractual-clauses}}
    ```
    """
    yield from because(register, on, tables, ("undecided", "none-holds"), look=("undecided",))
