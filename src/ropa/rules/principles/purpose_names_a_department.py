"""A purpose is the name of a department."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA116",
    article="5(1)(b)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def purpose_names_a_department(register: Register, on: date) -> Iterator[Place]:
    """A purpose says which department processes the data, not what for.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: staff, purposes: Human resources}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: staff, owner: Human resources, purposes: Paying wages}]
    ```
    """
    departments = lexicon("principles", "departments")
    for one, aim in controlled(register, on).aims():
        owner = one.seen.activity.owner if isinstance(one, Controlled) else None
        if departments.is_all_of(aim.words) or (owner and owner == aim.words):
            yield Place(aim.path, {"purpose": named(register, [aim.words])})
