"""More data of candidates than choosing one needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Item, Register
from ropa.rules.controlled import Controlled, controlled, item_of
from ropa.rules.employment import APPLYING
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule

FOR_A_CONTRACT = (
    "bank-account",
    "payroll-data",
    "tax-data",
    "marital-status",
    "household",
    "family",
    "pension",
    "wage-garnishment",
    "debts",
    "photo",
)
"""What an employer may come to need, or not; a candidate is chosen without it."""


@rule(
    "ROPA120",
    article="5(1)(c)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def more_than_a_candidate_needs(register: Register, on: date) -> Iterator[Place]:
    """Data of applicants are recorded that are seldom needed to choose one: national number, bank account, household, health.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: applications, data_subjects: applicants, personal_data: [name, cv, bank-account]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: applications, data_subjects: applicants, personal_data: [name, cv, {kind: photo, required: false}]}
      - {key: wages, data_subjects: employees, personal_data: [name, bank-account]}
    ```
    """
    for one in controlled(register, on).activities:
        found = [item_of(at).kind for at in one.items if _is_too_much(one, item_of(at))]
        if found:
            facts = {
                "items": named(register, found, "personal-data"),
                "activity": activity(register, one.key),
            }
            yield Place(one.path, facts)


def _is_too_much(one: Controlled, item: Item) -> bool:
    whose = item.subjects or one.kinds
    if APPLYING not in whose or (not item.subjects and len(whose) > 1) or item.required is False:
        return False
    return item.kind in FOR_A_CONTRACT or any(item.says(field) for field in ("special", "national_id"))
