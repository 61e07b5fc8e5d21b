"""A category of recipients is too vague to say anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role
from ropa.model import Register
from ropa.rules.lexicon import General, words
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule


@rule(
    "ROPA170",
    article="30(1)(d)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="art30-strict",
)
def recipient_too_vague(register: Register, on: date) -> Iterator[Place]:
    """Recipients are called third parties, service providers or partners, and nothing says which kind they are.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: others, name: Other third parties, named: false}]
    activities: [{key: orders, flows: {recipient: others, role: controller}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: others, name: Other third parties, named: false, services: carrier}]
    activities: [{key: orders, flows: {recipient: others, role: controller}}]
    ```
    """
    told: set[str] = set()
    for hop in register.flows(on=on):
        one = register.party(hop.recipient)
        skipped = (
            hop.source or Role.OWN_STAFF in hop.role or one.named is not False or one.services or one.members
        )
        if skipped or one.key in told:
            continue
        told.add(one.key)
        if _vague().is_all(one.name):
            yield Place(f"parties.{one.key}", {"recipient": party(register, one.key)})


def _vague() -> General:
    return General(words("recipients", "vague"), words("recipients", "filling"))
