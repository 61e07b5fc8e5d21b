"""The holder offers what is as a rule done on behalf of customers, and nothing of it is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.naming import named, party
from ropa.rules.rule import Place, rule

ON_BEHALF = (
    "hosting-provider", "cloud-provider", "data-centre", "backup-provider", "call-tracking", "mailing-service",
    "payroll", "customer-service", "document-destruction", "archive",
)  # fmt: skip
"""Services that consist of processing data for somebody else (our reading of Article 4(8))."""


@rule(
    "ROPA236",
    article="30(2)",
    duty=Duty.WHERE_APPLICABLE,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="art30-strict",
)
def service_without_processor_record(register: Register, on: date) -> Iterator[Place]:
    """The holder offers hosting or the like, and no activity is recorded in which it is a processor for its customers.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, services: hosting-provider}]
    activities: [{key: orders}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, services: hosting-provider}, {key: cafe}]
    activities:
      - {key: orders}
      - {key: sites, controllers: cafe, flows: {recipient: bakery, role: processor, processing: hosting}}
    ```
    """
    if register.holder is None or not register.activities:
        return
    offered = [one for one in register.party(register.holder).services if one in ON_BEHALF]
    works = any(hop.recipient == register.holder and "processor" in hop.role for hop in register.flows(on=on))
    if offered and not works:
        facts = {"party": party(register, register.holder), "services": named(register, offered, "services")}
        yield Place(f"parties.{register.holder}", facts)
