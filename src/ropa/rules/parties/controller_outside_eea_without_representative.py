"""A controller outside the EEA has no representative on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Tables, in_eea
from ropa.model import Register
from ropa.rules.answering import answering
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule
from ropa.rules.told import countries


@rule(
    "ROPA153",
    article="27(1)",
    duty=Duty.WHERE_APPLICABLE,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="accountability",
)
def controller_outside_eea_without_representative(
    register: Register, on: date, tables: Tables
) -> Iterator[Place]:
    """A controller is established outside the EEA, and neither a representative nor why there is none is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, country: GB}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery, country: GB, representative: {name: Ann Baker, email: ann@bakery.example}}]
    ```
    """
    for one in answering(register, on):
        country = one.country
        if (
            country is None
            or in_eea(country, on, tables)
            or one.public_body
            or one.kind == "international-organisation"
        ):
            continue
        if one.representative is None and not one.absences.get("representative"):
            yield Place(
                f"parties.{one.key}",
                {"party": party(register, one.key), "country": countries(register, (country,))},
            )
