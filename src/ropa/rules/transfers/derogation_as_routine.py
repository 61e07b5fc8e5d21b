"""A derogation carries a transfer that is no exception."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Ground, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import why
from ropa.transfer import judged

OCCASIONAL = (
    Ground.DEROGATION_CONSENT,
    Ground.DEROGATION_CONTRACT,
    Ground.DEROGATION_CONTRACT_IN_INTEREST,
    Ground.DEROGATION_LEGAL_CLAIMS,
)


@rule(
    "ROPA217",
    article="49(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def derogation_as_routine(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer that happens as a rule rests on a derogation for specific situations alone.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-contract}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-contract, when: A customer books a stay there}}
    ```
    """
    for one in judged(register, on=on, tables=tables):
        transfer, verdict = one.transfer, one.verdict
        rests = verdict.reason == "derogation" and verdict.ground in OCCASIONAL
        if rests and not transfer.possible and transfer.when is None:
            yield Place(transfer.path, {"why": why(verdict)})
