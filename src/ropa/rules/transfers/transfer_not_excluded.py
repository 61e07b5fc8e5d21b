"""A transfer to a recipient outside the EEA cannot be excluded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables, in_eea
from ropa.model import PEOPLE, Register
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import activities, countries


@rule(
    "ROPA224",
    article="30(1)(e)",
    duty=Duty.WHERE_APPLICABLE,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="art30-strict",
)
def transfer_not_excluded(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A recipient is established outside the EEA, and where it processes the data is not recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host, country: US}]
    activities: [{key: shop, name: Shop, flows: {recipient: host, role: processor}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host, country: US}]
    activities: [{key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IE}}]
    ```
    """
    found: dict[str, dict[str, None]] = {}
    for hop in register.flows(on=on):
        silent = not (hop.flow.countries or hop.flow.access_from)
        if (
            silent
            and hop.activity
            and hop.sender != PEOPLE
            and not hop.source
            and hop.recipient != register.holder
        ):
            country = register.party(hop.recipient).country
            if country and not in_eea(country, on, tables):
                found.setdefault(hop.recipient, {})[hop.activity] = None
    for key, where in found.items():
        facts = {
            "recipient": party(register, key),
            "country": countries(register, (register.party(key).country or "",)),
            "activities": activities(register, where),
        }
        yield Place(f"parties.{key}", facts)
