"""People are profiled, and whether anything is decided by it alone is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.assessed import profiles
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA237",
    article="13(2)(f)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def profiling_not_described(register: Register, on: date) -> Iterator[Place]:
    """Purposes or data point to profiling, and whether decisions are made by it alone is not recorded: told once for all.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: cards, purposes: Showing targeted advertising}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: cards, purposes: Showing targeted advertising, automated_decisions: {exists: false}}]
    ```
    """
    left = [one for one in controlled(register, on).activities if profiles(one) and not _is_answered(one)]
    if left:
        names = named(register, [one.seen.activity.name or one.key for one in left])
        yield Place(left[0].path if len(left) == 1 else "", {"activities": names})


def _is_answered(one: Controlled) -> bool:
    """Whether the activity says that such decisions exist or not, or that this is not known."""
    activity = one.seen.activity
    said = activity.automated_decisions
    return "automated_decisions" in activity.absences or (said is not None and said.exists is not None)
