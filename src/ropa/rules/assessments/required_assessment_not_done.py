"""The register says that an impact assessment is required, and none has been made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.assessed import State, state
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule("ROPA289", article="35(1)", duty=Duty.SHALL, theme="assessments", profile="accountability")
def required_assessment_not_done(register: Register, on: date) -> Iterator[Place]:
    """An assessment is required by the register's own words, and no day on which it was made, nor a reference, is on record.

    An activity that is only planned is left alone: the assessment comes before it begins.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: camera, dpia: {required: "yes"}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: camera, dpia: {required: "yes", done: 2026-02-01}}]
    ```
    """
    for one in controlled(register, on).activities:
        said = one.seen.activity.dpia
        planned = one.seen.activity.status in ("planned", "draft")
        if said and said.required == "yes" and not planned and state(one, on) is State.OPEN:
            yield Place(one.path, {"activity": activity(register, one.key)})
