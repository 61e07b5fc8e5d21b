"""Somebody runs a system and receives nothing, as far as is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.lacking import lacking
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import system
from ropa.sharing import GapKind


@rule(
    "ROPA186",
    article="30(1)(d)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="art30-strict",
)
def system_without_flow(register: Register, on: date) -> Iterator[Place]:
    """A party runs a system in which data are kept, and no flow to it is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}]
    systems: [{key: shop, name: Webshop, operated_by: host}]
    activities: [{key: orders, systems: shop}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, name: The Host}]
    systems: [{key: shop, name: Webshop, operated_by: host}]
    activities: [{key: orders, systems: shop, flows: {recipient: host, role: processor}}]
    ```
    """
    for gap in lacking(register, on, GapKind.SYSTEM_WITHOUT_FLOW):
        facts = {
            "party": party(register, gap.recipient),
            "system": system(register, gap.system),
        }
        yield Place(f"systems.{gap.system}", facts)
