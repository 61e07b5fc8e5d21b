"""A public body has no data protection officer on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.answering import answering
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule


@rule("ROPA155", article="37(1)(a)", duty=Duty.SHALL, theme="parties", profile="accountability")
def public_body_without_dpo(register: Register, on: date) -> Iterator[Place]:
    """A public authority or body has no data protection officer on record.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Town Bakery, public_body: true}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Town Bakery, public_body: true, dpo: {email: officer@bakery.example}}]
    ```
    """
    for one in answering(register, on):
        if (
            one.public_body
            and one.dpo is None
            and not one.absences.get("dpo")
            and "court" not in one.services
        ):
            yield Place(f"parties.{one.key}", {"party": party(register, one.key)})
