"""A listing is relied on that is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA204", article="45(3)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def listing_not_recorded(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer rests on a listing under the Data Privacy Framework, and no valid listing of the recipient is recorded.

    A listing that is recorded, and has ended or not begun, is told as that; also where no other ground is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: US, grounds: dpf-listed}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, certifications: {scheme: eu-us-dpf, valid_from: 2024-01-01}}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: US, grounds: dpf-listed}}
    ```
    """
    yield from because(
        register, on, tables, ("listing-not-recorded", "listing-ended"), look=("listing-not-recorded",)
    )
