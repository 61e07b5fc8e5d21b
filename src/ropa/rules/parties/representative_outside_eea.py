"""A representative is recorded who is not in the Union."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables, in_eea
from ropa.model import Register
from ropa.rules.answering import answering
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import countries


@rule("ROPA154", article="27(3)", duty=Duty.SHALL, theme="parties", profile="accountability")
def representative_outside_eea(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """The representative of a controller is itself established outside the EEA.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: US, representative: agent}, {key: agent, name: The Agent, country: GB}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, country: US, representative: agent}, {key: agent, name: The Agent, country: IE}]
    ```
    """
    for one in answering(register, on):
        key = one.representative
        country = register.party(key).country if isinstance(key, str) else None
        if isinstance(key, str) and country and not in_eea(country, on, tables):
            yield Place(
                f"parties.{one.key}",
                {
                    "representative": party(register, key),
                    "party": party(register, one.key),
                    "country": countries(register, (country,)),
                },
            )
