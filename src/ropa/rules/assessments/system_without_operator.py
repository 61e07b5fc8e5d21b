"""Who runs a system is not on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule("ROPA295", article="32(1)", duty=Duty.GOOD_PRACTICE, theme="assessments", profile="accountability")
def system_without_operator(register: Register, on: date) -> Iterator[Place]:
    """Activities use systems, or keep data in them, of which nobody is named as running them: told once for all.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    systems: [{key: till, name: The till}]
    activities: [{key: orders, systems: till}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    systems: [{key: till, name: The till, operated_by: bakery}]
    activities: [{key: orders, systems: till}]
    ```
    """
    every = controlled(register, on).activities
    used = {key for one in every for key in one.seen.values("systems", on)}
    used |= {key for one in every for place in one.seen.values("storage", on) for key in place.systems}
    left = [
        one
        for one in register.systems
        if one.key in used and one.holds(on) and one.operated_by is None and "operated_by" not in one.absences
    ]
    if left:
        place = f"systems.{left[0].key}" if len(left) == 1 else ""
        yield Place(place, {"systems": named(register, [one.name or one.key for one in left])})
