"""No privacy statement is on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.rule import Place, rule


@rule("ROPA270", article="12(1)", duty=Duty.GOOD_PRACTICE, theme="notices", profile="accountability")
def notice_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """The holder is a controller, and the register names no privacy statement that is published.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders}]
    notices: [{title: Privacy at the bakery, published: 2026-01-10}]
    ```
    """
    if controlled(register, on).activities and not any(one.holds(on) for one in register.notices):
        yield Place("")
