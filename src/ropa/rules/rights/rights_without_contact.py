"""Rights are given, and nobody is named to whom a request can be sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.provided import ways
from ropa.rules.rule import Place, rule
from ropa.rules.stated import stated


@rule("ROPA267", article="12(2)", duty=Duty.GOOD_PRACTICE, theme="rights", profile="accountability")
def rights_without_contact(register: Register, on: date) -> Iterator[Place]:
    """Rights are on record, and neither whom to ask nor by which way one of them is exercised: told once.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {exercise: {right: access}}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {contact: bakery, exercise: {right: access}}}]
    ```
    """
    every = ways(register, on)
    reachable = any(one.value.contact is not None for one in stated(register, on, "rights"))
    if every and not reachable and not any(way.exercise.channels for way in every):
        yield Place("")
