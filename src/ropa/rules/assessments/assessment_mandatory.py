"""What the law itself asks an impact assessment for is on record, and no assessment is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.assessed import State, case, has_special, state
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA288",
    article="35(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="assessments",
    profile="accountability",
)
def assessment_mandatory(register: Register, on: date) -> Iterator[Place]:
    """The criteria stated for an activity make one of the cases of Article 35(3), and neither an assessment nor a no is there.

    Special data on a large scale stand in the register; whether decisions weigh on people, or a place is open to the
    public, is for a person to see.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: allergies, personal_data: allergies, dpia: {criteria: [sensitive-data, large-scale]}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: allergies, personal_data: allergies, dpia: {criteria: [sensitive-data, large-scale], done: 2026-02-01}}
    ```
    """
    for one in controlled(register, on).activities:
        provision, needed = case(one)
        if provision and state(one, on) in (State.OPEN, State.SILENT) and not _is_asked(one):
            facts = {
                "activity": activity(register, one.key),
                "criteria": named(register, needed, "dpia-criteria"),
            }
            certain = provision == "35(3)(b)" and has_special(one)
            yield Place(one.path, facts, article=provision, certainty=Certainty.RECORDED if certain else None)


def _is_asked(one: Controlled) -> bool:
    """Whether the register itself says that one is required: that is another finding."""
    said = one.seen.activity.dpia
    return said is not None and said.required == "yes"
