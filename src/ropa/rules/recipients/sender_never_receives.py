"""A step of the data before a flow is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.lacking import lacking
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import activities
from ropa.sharing import GapKind


@rule("ROPA188", article="30(1)(d)", duty=Duty.GOOD_PRACTICE, theme="recipients", profile="accountability")
def sender_never_receives(register: Register, on: date) -> Iterator[Place]:
    """A party sends data on that no flow brings to it: a step before it is not recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: office, name: The Office}, {key: host, name: The Host}]
    activities:
      - {key: wages, name: Wages, personal_data: salary, flows: {sender: office, recipient: host, role: processor}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: office, name: The Office}, {key: host, name: The Host}]
    activities:
      - key: wages
        name: Wages
        personal_data: salary
        flows:
          - {recipient: office, role: processor}
          - {sender: office, recipient: host, role: processor}
    ```
    """
    for gap in lacking(register, on, GapKind.NEVER_RECEIVED):
        yield Place(
            gap.at[0],
            {
                "sender": party(register, gap.sender),
                "recipient": party(register, gap.recipient),
                "activities": activities(register, gap.activities),
            },
        )
