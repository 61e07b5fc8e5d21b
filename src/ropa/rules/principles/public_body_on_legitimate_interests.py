"""A public body rests on legitimate interests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule


@rule(
    "ROPA113",
    article="6(1) second subparagraph",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def public_body_on_legitimate_interests(register: Register, on: date) -> Iterator[Place]:
    """A public body states legitimate interests as legal basis, which is not open to it in the performance of its tasks.

    Flagged:

    ```yaml
    ropa: 1
    holder: town
    parties: [{key: town, public_body: true}]
    activities:
      - key: permits
        purposes: {text: Granting permits, legal_bases: {basis: legitimate-interests, interest: Order in town}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: town
    parties: [{key: town, public_body: true}]
    activities:
      - {key: permits, purposes: {text: Granting permits, legal_bases: {basis: public-task, law: Permits Act}}}
    ```
    """
    if not (register.holder and register.party(register.holder).public_body):
        return
    for one in controlled(register, on).bases():
        if one.value.basis == Basis.LEGITIMATE_INTERESTS:
            yield Place(one.path, {"body": party(register, register.holder)})
