"""The facts of an activity point to a high risk, and nothing is said about an impact assessment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.assessed import ENOUGH, State, matched, signs, state
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA292",
    article="35(1)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="assessments",
    profile="accountability",
)
def screening_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """Data, people and decisions on record point to two or more criteria of WP248, and whether somebody looked is not there.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: camera, data_subjects: employees, personal_data: camera-images}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: camera
        data_subjects: employees
        personal_data: camera-images
        dpia: {criteria: [systematic-monitoring, vulnerable-data-subjects], required: "no"}
    ```
    """
    combined = matched(register, on)
    for one in controlled(register, on).activities:
        found = signs(one, combined) if state(one, on) is State.SILENT else ()
        if len(found) >= ENOUGH:
            facts = {
                "activity": activity(register, one.key),
                "criteria": named(register, found, "dpia-criteria"),
            }
            yield Place(one.path, facts)
