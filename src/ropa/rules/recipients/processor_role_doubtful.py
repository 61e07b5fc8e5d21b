"""A party that usually decides for itself is recorded as a processor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.naming import named, party
from ropa.rules.rule import Place, rule

DECIDE = {
    "bank",
    "insurer",
    "lawyer",
    "notary",
    "bailiff",
    "accountant",
    "auditor",
    "occupational-health",
    "advertising",
    "social-network",
    "pension-fund",
    "authority",
    "supervisory-authority",
    "court",
    "police",
    "tax-authority",
    "social-security",
    "labour-inspectorate",
}
"""Services whose providers as a rule decide themselves what the data are for (our reading)."""


@rule(
    "ROPA171",
    article="4(7)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="accountability",
)
def processor_role_doubtful(register: Register, on: date) -> Iterator[Place]:
    """A recipient is recorded as a processor, and offers something in which it as a rule decides for itself.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: bank, name: The Bank, services: bank}]
    activities: [{key: wages, flows: {recipient: bank, role: processor}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: bank, name: The Bank, services: bank}]
    activities: [{key: wages, flows: {recipient: bank, role: controller}}]
    ```
    """
    told: set[tuple[str, str]] = set()
    for hop in register.flows(on=on):
        if not hop.is_processor or (hop.path, hop.recipient) in told:
            continue
        told.add((hop.path, hop.recipient))
        doubtful = [
            one for one in register.party(hop.recipient).services if isinstance(one, str) and one in DECIDE
        ]
        if doubtful:
            service = named(register, doubtful, "services")
            yield Place(hop.path, {"recipient": party(register, hop.recipient), "service": service})
