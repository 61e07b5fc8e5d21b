"""Legitimate interests are the basis, and there are children among the data subjects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.minors import minors
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA105",
    article="6(1)(f)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def legitimate_interest_in_children(register: Register, on: date) -> Iterator[Place]:
    """Legitimate interests are the basis for data of children, whose interests weigh more, and no balancing is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: baking-contest
        data_subjects: {kind: contest-participants, children: true}
        purposes: {text: Showing pictures, legal_bases: {basis: legitimate-interests, interest: Being known}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: baking-contest
        data_subjects: {kind: contest-participants, children: false}
        purposes: {text: Showing pictures, legal_bases: {basis: legitimate-interests, interest: Being known}}
    ```
    """
    for one in controlled(register, on).activities:
        children = minors(one)
        if not children:
            continue
        for aim in one.aims:
            for basis in aim.rests_on(Basis.LEGITIMATE_INTERESTS):
                if not basis.value.assessment:
                    yield Place(
                        basis.path,
                        {
                            "purpose": named(register, [aim.words]),
                            "people": named(register, children, "data-subjects"),
                        },
                    )
