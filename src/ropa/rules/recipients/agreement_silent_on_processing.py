"""Only papers of another kind stand between a controller and its processor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.engaged import engaged
from ropa.rules.naming import named, party
from ropa.rules.rule import Place, rule
from ropa.sharing.engagement import asks_for_contract


@rule(
    "ROPA239",
    article="28(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="accountability",
)
def agreement_silent_on_processing(register: Register, on: date) -> Iterator[Place]:
    """With a processor there are terms or a service contract only: what they say of processing is not recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: payroll-office}]
    agreements: [{key: terms, kind: terms-and-conditions, between: [bakery, payroll-office]}]
    activities:
      - {key: wages, flows: [{recipient: payroll-office, role: processor, processing: payroll}]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: payroll-office}]
    agreements: [{key: dpa, kind: processing-agreement, between: [bakery, payroll-office]}]
    activities:
      - {key: wages, flows: [{recipient: payroll-office, role: processor, processing: payroll}]}
    ```
    """
    for one in engaged(register, on):
        if one.by_other_papers:
            facts = {
                "papers": named(register, [paper.name or paper.key for paper in one.held]),
                "sender": party(register, one.sender),
                "recipient": party(register, one.hop.recipient),
            }
            yield Place(one.hop.path, facts, article=asks_for_contract(one.hop))
