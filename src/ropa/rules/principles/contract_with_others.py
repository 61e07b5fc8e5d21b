"""A contract is the basis for data of people who are no party to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

NO_PARTY = (
    "contact-persons",
    "employees-of-customers",
    "employees-of-suppliers",
    "relatives",
    "emergency-contacts",
    "legal-representatives",
    "referees",
    "beneficial-owners",
)


@rule(
    "ROPA111",
    article="6(1)(b)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def contract_with_others(register: Register, on: date) -> Iterator[Place]:
    """A contract is the basis, and none of the data subjects is a party to it: contact persons, relatives, others' employees.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: supplies, data_subjects: contact-persons, purposes: {text: Ordering flour, legal_bases: contract}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: orders, data_subjects: [customers, contact-persons], purposes: {text: Delivering bread, legal_bases: contract}}
    ```
    """
    for one in controlled(register, on).activities:
        if not one.kinds or any(kind not in NO_PARTY for kind in one.kinds):
            continue
        for aim in one.aims:
            for basis in aim.rests_on(Basis.CONTRACT):
                facts = {
                    "purpose": named(register, [aim.words]),
                    "people": named(register, one.kinds, "data-subjects"),
                }
                yield Place(basis.path, facts)
