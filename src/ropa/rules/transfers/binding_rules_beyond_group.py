"""Binding rules are relied on outside the group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA213", article="47(1)(a)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def binding_rules_beyond_group(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Binding corporate rules carry a transfer to a party that is not recorded in the same group.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: binding-corporate-rules}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, group: bread}, {key: host, group: bread}, {key: bread}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: binding-corporate-rules}}
    ```
    """
    yield from because(
        register, on, tables, ("not-in-group", "group-not-recorded"), look=("group-not-recorded",)
    )
