"""An agreement does not say whether other processors may be engaged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Agreement, Register
from ropa.rules.papers import of_agreements
from ropa.rules.rule import Place, rule


@rule("ROPA179", article="28(2)", duty=Duty.GOOD_PRACTICE, theme="recipients", profile="accountability")
def sub_processing_not_regulated(register: Register, on: date) -> Iterator[Place]:
    """A processing agreement, as recorded, does not say whether other processors may be engaged: told once for all of them.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], signed: 2024-03-01}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: office}]
    agreements:
      - {key: dpa, kind: processing-agreement, between: [bakery, office], signed: 2024-03-01, sub_processors: none}
    ```
    """
    yield from of_agreements(register, [one.key for one in register.agreements if _is_silent(one, on)])


def _is_silent(one: Agreement, on: date) -> bool:
    return (
        one.sub_processors is None
        and not one.authorised
        and one.holds(on)
        and one.kind == "processing-agreement"
    )
