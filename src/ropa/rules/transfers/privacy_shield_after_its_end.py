"""The Privacy Shield is relied on after it ended (16 July 2020, C-311/18)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Ground, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA201", article="45", duty=Duty.SHALL, theme="transfers", profile="accountability")
def privacy_shield_after_its_end(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer rests on Privacy Shield on a day on which it no longer held.

    It could be relied on until the day before the judgment of 16 July 2020 (C-311/18).

    Flagged:

    ```yaml
    # on: 2020-07-16
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: US, grounds: privacy-shield}}
    ```

    Accepted:

    ```yaml
    # on: 2020-07-15
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: US, grounds: privacy-shield}}
    ```
    """
    yield from because(
        register,
        on,
        tables,
        ("ended", "revoked", "not-yet", "not-for-place"),
        grounds=(Ground.PRIVACY_SHIELD,),
    )
