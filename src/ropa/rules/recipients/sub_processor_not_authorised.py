"""Nobody is recorded to have authorised a sub-processor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.lacking import lacking
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import activities, agreements, parties
from ropa.sharing import GapKind, Permission


@rule("ROPA175", article="28(2)", duty=Duty.SHALL, theme="recipients", profile="accountability")
def sub_processor_not_authorised(register: Register, on: date) -> Iterator[Place]:
    """A processor engages another one, and no authorisation of whoever engages it is recorded.

    Where the agreement refuses it or lists others it is recorded; where nothing is said of it a person has to look.
    An agreement further up that allows a processor only those it lists is held against whoever these engage in their
    turn; how far down its list reaches, a person has to look. One further up that says nothing of it is no second fault.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: office, name: The Office}, {key: host, name: The Host}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], sub_processors: none}
    activities:
      - key: wages
        name: Wages
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
      - {key: dpa, kind: processing-agreement, between: [bakery, office], sub_processors: specific-authorisation, authorised: host}
    activities:
      - key: wages
        name: Wages
        flows:
          - {recipient: office, role: processor}
          - {sender: office, recipient: host, role: processor}
    ```
    """
    for gap in lacking(register, on, GapKind.NO_AUTHORISATION):
        above = "above" if gap.processor else ""
        certain = gap.how != Permission.NOT_RECORDED and not gap.possible and not above
        yield Place(
            gap.at[0],
            {
                "sender": party(register, gap.sender),
                "recipient": party(register, gap.recipient),
                "customers": parties(register, gap.customers),
                "processor": party(register, gap.processor) if above else "",
                "agreements": agreements(register, gap.agreements),
                "activities": activities(register, gap.activities),
            },
            certainty=None if certain else Certainty.LIKELY,
            of=above,
            variant="" if gap.how == Permission.NOT_RECORDED else gap.how,
        )
