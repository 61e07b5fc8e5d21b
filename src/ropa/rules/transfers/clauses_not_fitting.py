"""The module of the clauses does not fit the roles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule(
    "ROPA207",
    article="46(2)(c)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def clauses_not_fitting(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """The module of standard clauses is not recorded, or is another one than the two roles ask for.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: clauses, kind: standard-contractual-clauses, between: [bakery, host], decision: 2021/914, module: "1", signed: 2023-01-01, transfer_impact_assessment: {date: 2022-12-01}}
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
    yield from because(
        register,
        on,
        tables,
        ("module-not-recorded", "module-differs", "clauses-not-for-roles"),
        look=("module-not-recorded", "module-differs", "clauses-not-for-roles"),
    )
