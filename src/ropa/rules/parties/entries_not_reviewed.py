"""Nobody is recorded to have looked at the entries in the last year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.rule import Place, rule

YEAR = timedelta(days=365)


@rule("ROPA157", article="24(1)", duty=Duty.GOOD_PRACTICE, theme="parties", profile="accountability")
def entries_not_reviewed(register: Register, on: date) -> Iterator[Place]:
    """Activities were not reviewed in the last twelve months, as far as the register records it: one finding for all.

    What was drawn from sources of that time was looked at when they were written.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages, reviewed: 2024-01-15}, {key: orders}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages, reviewed: 2026-06-01}, {key: orders, reviewed: 2026-06-02}]
    ```
    """
    held = [one for one in register.activities if one.holds(on)]
    oldest = on - YEAR if on > date.min + YEAR else date.min
    drawn = [one.changed or one.published for one in register.sources]
    days = [register.adopted, *([max(day for day in drawn if day)] if drawn and all(drawn) else [])]
    if any(day is not None and oldest <= day <= on for day in days):
        return
    stale = [one for one in held if not (one.reviewed and oldest <= one.reviewed <= on)]
    if stale:
        yield Place("", {"number": len(stale), "total": len(held)})
