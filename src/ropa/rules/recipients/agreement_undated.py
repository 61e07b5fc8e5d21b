"""When an agreement was signed is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.papers import of_agreements
from ropa.rules.rule import Place, rule
from ropa.sharing.engagement import is_contract

DATED = {
    "joint-controller-arrangement",
    "standard-contractual-clauses",
    "binding-corporate-rules",
    "ad-hoc-clauses",
}


@rule("ROPA177", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="recipients", profile="accountability")
def agreement_undated(register: Register, on: date) -> Iterator[Place]:
    """An agreement that the Regulation asks for has no date on record: told once for all of them.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], signed: 2024-03-01}
      - {key: till, kind: purchase, between: [bakery, office]}
    ```
    """
    yield from of_agreements(
        register,
        [
            one.key
            for one in register.agreements
            if one.signed is None and one.holds(on) and (is_contract(one) or one.kind in DATED)
        ],
    )
