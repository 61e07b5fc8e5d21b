"""Two entries say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.model.text import Text, sayings
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule(
    "ROPA161",
    article="5(2)",
    duty=Duty.WHERE_POSSIBLE,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="accountability",
)
def duplicate_activities(register: Register, on: date) -> Iterator[Place]:
    """Two activities have the same purposes, the same people and the same controllers.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    activities:
      - {key: wages-1, name: Wages, purposes: Paying wages, data_subjects: employees}
      - {key: wages-2, name: Pay, purposes: Paying wages, data_subjects: employees}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    activities:
      - {key: wages-1, name: Wages, purposes: Paying wages, data_subjects: employees}
      - {key: wages-2, name: Fees, purposes: Paying wages, data_subjects: temporary-workers}
    ```
    """
    first: dict[tuple[object, ...], str] = {}
    for one in register.activities:
        purposes = frozenset(_plain(purpose.text) for purpose in one.purposes)
        people = frozenset(_plain(person.kind) for person in one.data_subjects)
        if not (one.holds(on) and purposes and people):
            continue
        same = first.setdefault((purposes, people, frozenset(register.controllers_of(one))), one.key)
        if same != one.key:
            yield Place(
                f"activities.{one.key}",
                {"activity": activity(register, one.key), "other": activity(register, same)},
            )


def _plain(said: Text) -> tuple[str, ...]:
    return tuple(" ".join(text.casefold().split()) for text in sayings(said))
