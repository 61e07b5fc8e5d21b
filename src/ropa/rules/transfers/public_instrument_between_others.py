"""An instrument for public bodies is used by others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA212", article="46(2)(a)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def public_instrument_between_others(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """An instrument for public bodies carries a transfer between parties that are not recorded as public bodies.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, public_body: false}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: public-instrument}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, public_body: true}, {key: host, public_body: true}]
    agreements: [{key: treaty, kind: public-instrument, between: [bakery, host], signed: 2023-01-01}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: public-instrument}}
    ```
    """
    yield from because(
        register, on, tables, ("not-public", "public-body-not-recorded"), look=("public-body-not-recorded",)
    )
