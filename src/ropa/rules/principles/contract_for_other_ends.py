"""A contract is the basis for something the contract does not need."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA110",
    article="6(1)(b)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def contract_for_other_ends(register: Register, on: date) -> Iterator[Place]:
    """A contract is the basis for advertising, a newsletter, following behaviour, improving a service or preventing fraud.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: {text: Sending advertising, legal_bases: contract}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: {text: Delivering bread, legal_bases: contract}}]
    ```
    """
    other = lexicon("principles", "not-for-a-contract")
    for _, aim in controlled(register, on).aims():
        for basis in aim.rests_on(Basis.CONTRACT):
            if other.finds(aim.words):
                yield Place(basis.path, {"purpose": named(register, [aim.words])})
