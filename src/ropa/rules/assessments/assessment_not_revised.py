"""An impact assessment was made long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule
from ropa.rules.span import is_older

YEARS = 3
"""After how many years an assessment is worth looking at again."""


@rule(
    "ROPA294",
    article="35(11)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="assessments",
    profile="accountability",
)
def assessment_not_revised(register: Register, on: date) -> Iterator[Place]:
    """The day of an assessment, or of its last review, lies more than three years back.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: camera, dpia: {done: 2019-04-01}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: camera, dpia: {done: 2019-04-01, reviewed: 2025-04-01}}]
    ```
    """
    for one in controlled(register, on).activities:
        said = one.seen.activity.dpia
        days = [day for day in (said.done, said.reviewed) if day and day <= on] if said and said.done else []
        if days and is_older(max(days), YEARS, on):
            yield Place(one.path, {"activity": activity(register, one.key), "day": max(days).isoformat()})
