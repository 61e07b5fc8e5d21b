"""A category of recipients is too vague to say anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role
from ropa.model import Party, Register
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
    asked = dict.fromkeys(
        hop.recipient for hop in register.flows(on=on) if not hop.source and set(hop.role) != {Role.OWN_STAFF}
    )
    found = [register.party(key) for key in asked if _is_vague(register, key)]
    inside = {member for one in found for member in one.members}
    for one in found:
        if one.key not in inside:
            yield Place(f"parties.{one.key}", {"recipient": party(register, one.key)})


def _is_vague(register: Register, key: str) -> bool:
    """Whether a category says nothing, and those it consists of say nothing either."""
    one = register.party(key)
    if one.named is not False or one.services or not _vague().is_all(one.name):
        return False
    return all(_says_nothing(register.party(member)) for member in one.members)


def _says_nothing(one: Party) -> bool:
    return one.named is False and not one.services and _vague().is_all(one.name)


def _vague() -> General:
    return General(words("recipients", "vague"), words("recipients", "filling"))
