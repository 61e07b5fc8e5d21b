"""One purpose rests on consent and on something that needs no consent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

WITHOUT_ASKING = (
    Basis.CONTRACT,
    Basis.LEGAL_OBLIGATION,
    Basis.PUBLIC_TASK,
    Basis.LEGITIMATE_INTERESTS,
)


@rule(
    "ROPA112",
    article="6(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def bases_that_exclude_each_other(register: Register, on: date) -> Iterator[Place]:
    """One purpose rests on consent, which can be withdrawn, and on a basis that goes on when it is.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: {text: Delivering bread, legal_bases: [contract, consent]}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: wages
        purposes: {text: Paying wages, legal_bases: [contract, {basis: legal-obligation, law: Wages Act}]}
    ```
    """
    for _, aim in controlled(register, on).aims():
        other = aim.rests_on(*WITHOUT_ASKING)
        if other and aim.rests_on(Basis.CONSENT):
            bases = [one.value.basis for one in other]
            yield Place(
                aim.path,
                {
                    "purpose": named(register, [aim.words]),
                    "basis": named(register, bases, "legal-bases"),
                },
            )
