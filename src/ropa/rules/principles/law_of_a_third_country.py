"""A law of a third country is cited as a legal basis."""

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
    "ROPA114",
    article="6(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def law_of_a_third_country(register: Register, on: date) -> Iterator[Place]:
    """A legal obligation or a public task rests on what looks like the law of a third country, not of the Union or a Member State.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: reports
        purposes: {text: Answering requests, legal_bases: {basis: legal-obligation, law: US CLOUD Act}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: reports
        purposes: {text: Keeping invoices, legal_bases: {basis: legal-obligation, law: "VAT Code, article 60"}}
    ```
    """
    foreign = lexicon("principles", "third-country-law")
    for one in controlled(register, on).bases():
        if one.value.basis in (Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK) and foreign.finds(one.value.law):
            yield Place(one.path, {"law": named(register, [one.value.law])})
