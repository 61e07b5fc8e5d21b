"""No assessment goes with the clauses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule(
    "ROPA211",
    article="46(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def transfer_not_assessed(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Clauses or binding rules are recorded without an assessment of the law of the destination.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: clauses, kind: standard-contractual-clauses, between: [bakery, host], decision: 2021/914, module: "2", signed: 2023-01-01}
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
    yield from because(register, on, tables, ("assessment-not-recorded",), look=("assessment-not-recorded",))
