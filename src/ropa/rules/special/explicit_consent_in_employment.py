"""Special data of employees rest on their explicit consent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.employment import applying, employed
from ropa.rules.grounds import own_grounds
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA134",
    article="9(2)(a)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def explicit_consent_in_employment(register: Register, on: date) -> Iterator[Place]:
    """Explicit consent is cited for special data of employees or applicants, who are seldom free to refuse.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: staff, data_subjects: employees, personal_data: sick-leave,
         purposes: {text: Planning, special_grounds: 9(2)(a)}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: staff, data_subjects: employees, personal_data: sick-leave,
         purposes: {text: Planning, special_grounds: {ground: 9(2)(b), law: Absence Act}}}
    ```
    """
    for one, at in own_grounds(register, on):
        people = [*employed(one), *applying(one)]
        if at.value.ground == "9(2)(a)" and people:
            facts = {
                "people": named(register, people, "data-subjects"),
                "activity": activity(register, one.key),
            }
            yield Place(at.path, facts)
