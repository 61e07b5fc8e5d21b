"""A safeguard is stated without the document itself, or with one that is not in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because

NOT_THAT_DAY = ("paper-ended", "paper-not-yet")
"""What stands in the register: nobody needs to look whether there is a document, and which day it is for."""


@rule(
    "ROPA215",
    article="46(1)",
    duty=Duty.SHALL,
    theme="transfers",
    profile="accountability",
)
def safeguard_without_document(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A safeguard is stated or recorded, and no document that gives it is recorded as in force on the day.

    A document that has ended, or has not begun, is told as that, with its day.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: standard-contractual-clauses}}
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
    yield from because(register, on, tables, ("paper-not-recorded",), look=("paper-not-recorded",))
    yield from because(register, on, tables, NOT_THAT_DAY)
