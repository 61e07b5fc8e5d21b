"""An adequacy decision is stated that is not in force on the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Ground, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because

REASONS = ("ended", "expired", "revoked", "not-yet", "no-decision", "not-for-place")


@rule("ROPA203", article="45(3)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def adequacy_not_in_force(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer rests on an adequacy decision, and none for that destination is in force on the day.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: adequacy}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: JP, grounds: adequacy}}
    ```
    """
    yield from because(
        register,
        on,
        tables,
        REASONS,
        grounds=(Ground.ADEQUACY, Ground.DPF_LISTED),
    )
