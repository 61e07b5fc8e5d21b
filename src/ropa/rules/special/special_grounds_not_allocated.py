"""What allows special data is stated for everything, and not what for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA147",
    article="9(2)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def special_grounds_not_allocated(register: Register, on: date) -> Iterator[Place]:
    """A condition of Article 9(2) is stated in general "if need be" or as one of several, and not for which data.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{special_grounds: {ground: 9(2)(a), when: If need be}}]
    activities: [{key: orders, personal_data: name}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{special_grounds: {ground: "87", law: Act of 8 August 1983}}]
    activities: [{key: wages, personal_data: national-register-number}]
    ```
    """
    for said in controlled(register, on).said:
        found = [*said.grounds_any_of, *(one for one in said.grounds if one.value.when)]
        if found:
            at = found[0].path if len(found) == 1 else said.path
            grounds = [one.value.ground for one in found]
            yield Place(at, {"grounds": named(register, grounds, "special-grounds")})
