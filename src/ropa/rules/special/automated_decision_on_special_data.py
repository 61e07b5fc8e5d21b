"""Decisions are taken by machine on special data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import item_of
from ropa.rules.deciding import deciding
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule
from ropa.rules.sensitive import conditions, special

ALLOWING = ("9(2)(a)", "9(2)(g)")


@rule(
    "ROPA146",
    article="22(4)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def automated_decision_on_special_data(register: Register, on: date) -> Iterator[Place]:
    """Decisions without a human being are recorded in an activity with special data, without Article 9(2)(a) or (g).

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: shifts, personal_data: sick-leave, automated_decisions: {exists: true}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: shifts
        personal_data: sick-leave
        purposes: {text: Planning shifts, special_grounds: 9(2)(a)}
        automated_decisions: {exists: true}
    ```
    """
    for one, _ in deciding(register, on):
        found = special(one)
        if found and not any(at.value.ground in ALLOWING for at in conditions(one)):
            facts = {
                "items": named(register, [item_of(at).kind for at in found], "personal-data"),
                "activity": activity(register, one.key),
            }
            yield Place(f"{one.path}.automated_decisions", facts)
