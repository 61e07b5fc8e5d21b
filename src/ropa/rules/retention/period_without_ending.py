"""A period ends, and what happens to the data then is not said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.span import period
from ropa.rules.stated import stated


@rule("ROPA244", article="5(1)(e)", duty=Duty.GOOD_PRACTICE, theme="retention", profile="accountability")
def period_without_ending(register: Register, on: date) -> Iterator[Place]:
    """For a period it is not recorded what follows: erasure, anonymisation, archiving or something else.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: {period: P2Y, starts: delivery}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: {period: P2Y, starts: delivery, then: erase}}]
    ```
    """
    for one in stated(register, on, "retention"):
        if one.value.period is not None and not one.value.then and "then" not in one.value.absences:
            yield Place(one.path, {"period": period(register, one.value.period)})
