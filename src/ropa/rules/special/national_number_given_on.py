"""A national identification number goes to a recipient for whom no law is cited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role
from ropa.model import PEOPLE, Hop, Register
from ropa.rules.controlled import controlled, item_of
from ropa.rules.naming import activity, named, party
from ropa.rules.rule import Place, rule

OF_THE_STATE = {
    "authority", "supervisory-authority", "court", "police", "tax-authority", "social-security",
    "labour-inspectorate", "municipality", "company-register", "social-secretariat", "pension-fund",
}  # fmt: skip


@rule(
    "ROPA141",
    article="87",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def national_number_given_on(register: Register, on: date) -> Iterator[Place]:
    """A national identification number is among the data sent to another controller, and no law is cited with the flow.

    One finding for each recipient of an activity. Public bodies and social security are left out.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: insurer}]
    activities:
      - {key: wages, personal_data: [name, national-register-number], flows: {recipient: insurer, role: controller}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: insurer}]
    activities:
      - key: wages
        personal_data: [name, national-register-number]
        flows: {recipient: insurer, role: controller, personal_data: name}
    ```
    """
    held = {
        one.key: {item_of(at).kind for at in one.items if item_of(at).says("national_id")}
        for one in controlled(register, on).activities
    }
    told = set()
    for hop in register.flows(on=on):
        numbers = [kind for kind in hop.personal_data if kind in held.get(hop.activity, ())]
        if numbers and _is_another(register, hop) and (hop.activity, hop.recipient) not in told:
            told.add((hop.activity, hop.recipient))
            yield Place(
                hop.path,
                {
                    "items": named(register, numbers, "personal-data"),
                    "recipient": party(register, hop.recipient),
                    "activity": activity(register, hop.activity),
                },
            )


def _is_another(register: Register, hop: Hop) -> bool:
    recipient = register.party(hop.recipient)
    state = recipient.public_body or any(one in OF_THE_STATE for one in recipient.services)
    another = Role.CONTROLLER in hop.role and Role.PROCESSOR not in hop.role
    lawful = any(one.law for one in hop.flow.legal_bases)
    return another and not (state or lawful or hop.sender == PEOPLE or hop.source)
