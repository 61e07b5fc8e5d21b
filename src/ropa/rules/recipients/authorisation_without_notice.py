"""A general authorisation has no period of notice on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.told import agreement


@rule("ROPA180", article="28(2)", duty=Duty.GOOD_PRACTICE, theme="recipients", profile="accountability")
def authorisation_without_notice(register: Register, on: date) -> Iterator[Place]:
    """An agreement authorises other processors in general, and not how long before a change it is to be told.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], sub_processors: general-authorisation}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], sub_processors: general-authorisation, notice_days: 30}
    ```
    """
    for one in register.agreements:
        if one.sub_processors == "general-authorisation" and one.notice_days is None and one.holds(on):
            yield Place(f"agreements.{one.key}", {"agreement": agreement(register, one.key)})
