"""Compelling interests are relied on without documentation on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Ground, Tables
from ropa.model import Register
from ropa.rules.destination import destination
from ropa.rules.rule import Place, rule
from ropa.transfer import judged


@rule(
    "ROPA218",
    article="49(6)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def compelling_interests_undocumented(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer rests on compelling legitimate interests, and neither the assessment nor the suitable safeguards are recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-compelling-interests}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-compelling-interests, note: Assessed on 1 May; authority told; file 17}}
    ```
    """
    for one in judged(register, on=on, tables=tables):
        transfer = one.transfer
        stated = Ground.DEROGATION_COMPELLING_INTERESTS in transfer.grounds
        silent = transfer.hop is None or (transfer.hop.flow.note is None and not transfer.hop.agreements)
        if stated and silent:
            yield Place(transfer.path, {"destination": destination(register, transfer)})
