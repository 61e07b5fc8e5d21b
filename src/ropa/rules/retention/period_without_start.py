"""A period is given, and not what it is counted from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.span import period
from ropa.rules.stated import stated


@rule("ROPA243", article="30(1)(f)", duty=Duty.WHERE_POSSIBLE, theme="retention")
def period_without_start(register: Register, on: date) -> Iterator[Place]:
    """A period without the event that starts it tells nobody on which day the data go.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: 2 years}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, retention: {period: 2 years, starts: delivery}}]
    ```
    """
    for one in stated(register, on, "retention"):
        if one.value.period is not None and one.value.starts is None and "starts" not in one.value.absences:
            yield Place(one.path, {"period": period(register, one.value.period)})
