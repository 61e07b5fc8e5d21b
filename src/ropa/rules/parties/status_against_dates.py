"""The status of an activity contradicts its dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Activity, Register
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA158",
    article="30(1)",
    duty=Duty.WHERE_POSSIBLE,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="art30-strict",
)
def status_against_dates(register: Register, on: date) -> Iterator[Place]:
    """The status of an activity and the days on which it holds do not fit.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages, name: Wages, status: active, valid_until: 2025-12-31}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    activities: [{key: wages, name: Wages, status: ended, valid_until: 2025-12-31}]
    ```
    """
    for one in register.activities:
        if _differs(one, on):
            dates = f"{one.valid_from or '…'} – {one.valid_until or '…'}"
            yield Place(
                f"activities.{one.key}",
                {
                    "activity": activity(register, one.key),
                    "status": named(register, [one.status or ""], "statuses"),
                    "dates": dates,
                },
            )


def _differs(one: Activity, on: date) -> bool:
    if one.status == "ended":
        return one.valid_until is None or one.valid_until > on
    if one.status == "active":
        return bool(one.valid_until and one.valid_until < on) or bool(one.valid_from and one.valid_from > on)
    return one.status == "planned" and bool(one.valid_from and one.valid_from <= on)
