"""A listing is not recorded to cover data of employees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty, Tables
from ropa.model import Register
from ropa.rules.rule import Place, rule
from ropa.rules.verdicts import because


@rule("ROPA205", article="45(3)", duty=Duty.SHALL, theme="transfers", profile="accountability")
def listing_without_staff_data(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """Data of employees go under a listing that is not recorded to cover human resources data.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, certifications: {scheme: eu-us-dpf}}]
    activities: [{key: wages, data_subjects: employees, flows: {recipient: host, role: processor, countries: US}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: host, certifications: {scheme: eu-us-dpf, covers_hr: true}}]
    activities: [{key: wages, data_subjects: employees, flows: {recipient: host, role: processor, countries: US}}]
    ```
    """
    yield from because(register, on, tables, ("hr-not-recorded", "hr-not-covered"), look=("hr-not-recorded",))
