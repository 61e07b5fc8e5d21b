"""Which clauses they are is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Ground, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because

REASONS = (
    "decision-not-recorded",
    "clauses-unknown",
    "clauses-not-verified",
    "signed-not-recorded",
    "signed-before-decision",
    "not-yet",
)


@rule(
    "ROPA209",
    article="46(2)(c)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def clauses_not_identified(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Standard clauses are recorded, and not which ones, or their date does not fit them.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    agreements:
      - {key: clauses, kind: standard-contractual-clauses, between: [bakery, host], module: "2", signed: 2023-01-01, transfer_impact_assessment: {date: 2022-12-01}}
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
        register, on, tables, REASONS, look=REASONS, grounds=(Ground.STANDARD_CONTRACTUAL_CLAUSES,)
    )
