"""The register says nothing about the rights of data subjects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.provided import says_rights
from ropa.rules.rule import Place, rule


@rule("ROPA260", article="12(2)", duty=Duty.GOOD_PRACTICE, theme="rights", profile="accountability")
def rights_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """No activity says how any right is exercised, nor is it said in general: told once.

    Whom to ask is not yet how.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{rights: {exercise: {right: access, channels: email}}}]
    activities: [{key: orders}]
    ```
    """
    if controlled(register, on).activities and not says_rights(register, on):
        yield Place("")
