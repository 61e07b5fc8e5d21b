"""Consent is taken from using the service."""

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
    "ROPA109",
    article="6(1)(a)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def consent_by_use(register: Register, on: date) -> Iterator[Place]:
    """Consent is said to follow from using a service or from silence, where a clear affirmative act is asked.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{legal_bases: {basis: consent, when: By using the web shop}}]
    activities: [{key: orders}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{legal_bases: {basis: consent, when: Given by ticking a box}}]
    activities: [{key: orders}]
    ```
    """
    use = lexicon("principles", "by-use")
    for one in controlled(register, on).bases():
        if one.value.basis == Basis.CONSENT:
            said = next((text for text in (one.value.when, one.value.note) if use.finds(text)), None)
            if said:
                yield Place(one.path, {"words": named(register, [said])})
