"""A national identification number is processed, and no law is cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Controlled, controlled, item_of
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule

READ_IN_THE_LAW = ("NL", "BE")
"""Countries whose rule on national numbers was read: a law or an authorisation is asked there."""


@rule(
    "ROPA140",
    article="87",
    duty=Duty.WHERE_APPLICABLE,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def national_number_without_law(register: Register, on: date) -> Iterator[Place]:
    """An activity has a national identification number, and no law that prescribes or allows it is cited.

    Article 87 leaves the conditions to the Member States: for a holder in the Netherlands (UAVG, article 46) or in Belgium
    (Act of 8 August 1983, article 8) the fault stands in the register; elsewhere a person must look.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities: [{key: wages, purposes: Paying wages, personal_data: [name, national-register-number]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: BE}]
    activities:
      - key: wages
        purposes: {text: Paying wages, special_grounds: {ground: "87", law: Act of 8 August 1983}}
        personal_data: [name, national-register-number]
    ```
    """
    country = register.party(register.holder).country if register.holder else None
    for one in controlled(register, on).activities:
        found = [item_of(at).kind for at in one.items if item_of(at).says("national_id")]
        if found and not is_prescribed(one):
            facts = {
                "items": named(register, found, "personal-data"),
                "activity": activity(register, one.key),
            }
            yield Place(one.path, facts, certainty=Certainty.RECORDED if country in READ_IN_THE_LAW else None)


def is_prescribed(one: Controlled) -> bool:
    """Whether a law is cited: with Article 87, or as an obligation. Whether it covers the number is not for a rule."""
    cited = any(at.value.ground == "87" and at.value.law for at in one.grounds())
    return cited or any(at.value.law for at in one.bases())
