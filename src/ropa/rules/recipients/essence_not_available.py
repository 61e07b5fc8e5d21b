"""The essence of an arrangement is not recorded as published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.told import agreement


@rule("ROPA184", article="26(2)", duty=Duty.SHALL, theme="recipients", profile="accountability")
def essence_not_available(register: Register, on: date) -> Iterator[Place]:
    """The essence of an arrangement between joint controllers is not recorded as available to data subjects.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe}]
    agreements: [{key: deal, name: The card deal, kind: joint-controller-arrangement, between: [bakery, cafe]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe}]
    agreements:
      - {key: deal, name: The card deal, kind: joint-controller-arrangement, between: [bakery, cafe], essence_published: true}
    ```
    """
    for one in register.agreements:
        if one.kind == "joint-controller-arrangement" and one.holds(on) and not one.essence_published:
            certainty = Certainty.LIKELY if one.essence_published is None else None
            yield Place(
                f"agreements.{one.key}", {"agreement": agreement(register, one.key)}, certainty=certainty
            )
