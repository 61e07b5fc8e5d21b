"""The Safe Harbour is relied on after it ended (6 October 2015, C-362/14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Ground, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA202", article="45", duty=Duty.SHALL, theme="transfers", profile="accountability")
def safe_harbour_after_its_end(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer rests on Safe Harbour on a day on which it no longer held.

    It could be relied on until the day before the judgment of 6 October 2015 (C-362/14).

    Flagged:

    ```yaml
    # on: 2015-10-06
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: US, grounds: safe-harbour}}
    ```

    Accepted:

    ```yaml
    # on: 2015-10-05
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: US, grounds: safe-harbour}}
    ```
    """
    yield from because(
        register, on, tables, ("ended", "revoked", "not-yet", "not-for-place"), grounds=(Ground.SAFE_HARBOUR,)
    )
