"""Special data are processed, and what allows it is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled, item_of
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule
from ropa.rules.sensitive import conditions, special


@rule("ROPA130", article="9(2)", duty=Duty.SHALL, theme="special", profile="accountability")
def special_ground_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """An activity has special data, or data that reveal them, and no condition of Article 9(2) is recorded for it.

    Where the data only reveal it, or a condition is stated somewhere with an "if", a person must look.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: {text: Delivering bread, legal_bases: contract}, personal_data: [name, allergies]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        purposes: {text: Delivering bread, legal_bases: contract, special_grounds: 9(2)(a)}
        personal_data: [name, allergies]
    ```
    """
    for one in controlled(register, on).activities:
        found = special(one)
        if not found or any(conditions(one)):
            continue
        certain = any(item_of(at).says("special") for at in found) and not any(conditions(one, stated=False))
        facts = {
            "items": named(register, [item_of(at).kind for at in found], "personal-data"),
            "activity": activity(register, one.key),
        }
        yield Place(one.path, facts, certainty=None if certain else Certainty.LIKELY)
