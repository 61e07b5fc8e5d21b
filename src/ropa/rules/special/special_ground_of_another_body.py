"""The condition for bodies with a political, philosophical, religious or union aim is cited by another kind of body."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.grounds import grounds
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.sensitive import aim_of, is_non_profit


@rule(
    "ROPA132",
    article="9(2)(d)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def special_ground_of_another_body(register: Register, on: date) -> Iterator[Place]:
    """Article 9(2)(d) is cited, and the register does not say that the controller is a not-for-profit body with such an aim.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: staff, purposes: {text: Paying union dues, special_grounds: 9(2)(d)}, personal_data: trade-union-dues}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakers-union
    parties: [{key: bakers-union, services: trade-union}]
    activities: [{key: members, purposes: {text: Serving members, special_grounds: 9(2)(d)}, personal_data: membership}]
    ```
    """
    if not register.holder or aim_of(register) or is_non_profit(register):
        return
    for one in grounds(register, on):
        if one.value.ground == "9(2)(d)":
            yield Place(one.path, {"body": party(register, register.holder)})
