"""A recipient uses the data for purposes of its own, and no basis of the disclosure is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import PEOPLE, Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity, named, party
from ropa.rules.rule import Place, rule


@rule(
    "ROPA119",
    article="6(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def own_purposes_of_a_recipient(register: Register, on: date) -> Iterator[Place]:
    """A recipient uses the data for purposes of its own, and no legal basis of the disclosure is recorded.

    One finding for each recipient of an activity.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe}]
    activities: [{key: savings-card, flows: {recipient: cafe, purposes: Evaluating its own services}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe}]
    activities:
      - {key: savings-card, flows: {recipient: cafe, purposes: Evaluating its own services, legal_bases: consent}}
    ```
    """
    mine = {one.key for one in controlled(register, on).activities}
    told = set()
    for hop in register.flows(on=on):
        flow = hop.flow
        if hop.activity not in mine or hop.sender == PEOPLE or hop.source or hop.is_processor:
            continue
        if flow.purposes and not flow.legal_bases and (hop.activity, hop.recipient) not in told:
            told.add((hop.activity, hop.recipient))
            yield Place(
                hop.path,
                {
                    "recipient": party(register, hop.recipient),
                    "activity": activity(register, hop.activity),
                    "purposes": named(register, [one.text for one in flow.purposes]),
                },
            )
