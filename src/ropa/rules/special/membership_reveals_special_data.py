"""A list of members reveals what they believe, or that they are in a union."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity, named, party
from ropa.rules.rule import Place, rule
from ropa.rules.sensitive import MEMBERS, aim_of, conditions, special


@rule(
    "ROPA131",
    article="9(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def membership_reveals_special_data(register: Register, on: date) -> Iterator[Place]:
    """The mere list of members of a union, a political party or a church reveals special data, and no data are recorded as special.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakers-union
    parties: [{key: bakers-union, services: trade-union}]
    activities: [{key: members, data_subjects: members, personal_data: [name, address]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakers-club
    parties: [{key: bakers-club, services: association}]
    activities: [{key: members, data_subjects: members, personal_data: [name, address]}]
    ```
    """
    category = aim_of(register)
    if category is None or not register.holder:
        return
    for one in controlled(register, on).activities:
        if not any(kind in MEMBERS for kind in one.kinds):
            continue
        if not special(one, reveals=False) and not any(conditions(one)):
            yield Place(
                one.path,
                {
                    "activity": activity(register, one.key),
                    "body": party(register, register.holder),
                    "category": named(register, [category], "special-categories"),
                },
            )
