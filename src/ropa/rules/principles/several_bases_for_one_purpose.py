"""One purpose rests on legitimate interests and on another basis as well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

OTHER = (Basis.CONTRACT, Basis.LEGAL_OBLIGATION, Basis.VITAL_INTERESTS)
"""Bases to which Article 21(1) gives no objection."""


@rule(
    "ROPA235",
    article="6(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def several_bases_for_one_purpose(register: Register, on: date) -> Iterator[Place]:
    """One purpose rests on legitimate interests, to which people can object, and on another basis, to which they cannot.

    Where each basis says when it applies, that is answered.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: questions
        purposes: {text: Answering customers, legal_bases: [contract, {basis: legitimate-interests, interest: Good service}]}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: questions, purposes: {text: Answering customers about their orders, legal_bases: contract}}
    ```
    """
    for _, aim in controlled(register, on).aims():
        interests = aim.rests_on(Basis.LEGITIMATE_INTERESTS)
        other = aim.rests_on(*OTHER)
        if interests and other and not all(one.value.when for one in (*interests, *other)):
            bases = [one.value.basis for one in (*other, *interests)]
            facts = {
                "purpose": named(register, [aim.words]),
                "bases": named(register, bases, "legal-bases"),
            }
            yield Place(aim.path, facts)
