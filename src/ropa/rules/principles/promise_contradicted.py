"""A promise stands in the register, and beside it something that goes against it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables
from ropa.model import Register
from ropa.rules.naming import named
from ropa.rules.promises import broken
from ropa.rules.rule import Place, rule


@rule(
    "ROPA121",
    article="5(1)(a)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def promise_contradicted(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A commitment such as "no transfer outside the EEA", "not shared" or "no metadata" stands beside data that go against it.

    One finding for each commitment, with what speaks against it.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helpdesk, name: Helpdesk}]
    general: [{commitments: no-transfer-outside-eea}]
    activities: [{key: orders, flows: {recipient: helpdesk, role: processor, access_from: IN}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: helpdesk, name: Helpdesk}]
    general: [{commitments: [no-transfer-outside-eea, no-disclosure]}]
    activities: [{key: orders, flows: {recipient: helpdesk, role: processor, countries: NL}}]
    ```
    """
    for one in broken(register, on, tables):
        facts = {
            "promise": named(register, [one.kind], "commitments"),
            "against": one.against,
        }
        yield Place(one.path, facts)
