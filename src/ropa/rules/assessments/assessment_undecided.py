"""Two criteria of the guidelines are met, and whether an impact assessment is needed is not decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.assessed import ENOUGH, State, case, criteria, state
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA290",
    article="35(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="assessments",
    profile="accountability",
)
def assessment_undecided(register: Register, on: date) -> Iterator[Place]:
    """Two or more criteria of WP248 are stated, and neither an assessment nor the decision that none is needed.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: camera, dpia: {criteria: [systematic-monitoring, vulnerable-data-subjects], required: undecided}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: camera, dpia: {criteria: [systematic-monitoring, vulnerable-data-subjects], required: "no"}}]
    ```
    """
    for one in controlled(register, on).activities:
        said = criteria(one)
        dpia = one.seen.activity.dpia
        decided = case(one)[0] or (dpia and dpia.required == "yes") or state(one, on) is not State.OPEN
        if len(said) >= ENOUGH and not decided:
            facts = {
                "activity": activity(register, one.key),
                "criteria": named(register, said, "dpia-criteria"),
            }
            yield Place(one.path, facts)
