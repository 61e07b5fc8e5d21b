"""Notice of other processors is shorter further down the chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.lacking import lacking
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties
from ropa.sharing import GapKind


@rule(
    "ROPA182",
    article="28(2)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="accountability",
)
def notice_shorter_below(register: Register, on: date) -> Iterator[Place]:
    """A processor promises its customer more days of notice than it gets from a processor of its own.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: office, name: The Office}, {key: host, name: The Host}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], sub_processors: general-authorisation, notice_days: 30}
      - {key: sub, kind: sub-processing-agreement, between: [office, host], notice_days: 14}
    activities:
      - key: wages
        flows:
          - {recipient: office, role: processor}
          - {sender: office, recipient: host, role: processor}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: office, name: The Office}, {key: host, name: The Host}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], sub_processors: general-authorisation, notice_days: 14}
      - {key: sub, kind: sub-processing-agreement, between: [office, host], notice_days: 30}
    activities:
      - key: wages
        flows:
          - {recipient: office, role: processor}
          - {sender: office, recipient: host, role: processor}
    ```
    """
    for gap in lacking(register, on, GapKind.SHORT_NOTICE):
        yield Place(
            gap.at[0],
            {
                "sender": party(register, gap.sender),
                "recipient": party(register, gap.recipient),
                "customers": parties(register, gap.customers),
                "promised": gap.promised,
                "given": gap.given,
            },
        )
