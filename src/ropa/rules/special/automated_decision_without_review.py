"""Decisions are taken by machine, and how to reach a person is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.deciding import deciding
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule(
    "ROPA144",
    article="22(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def automated_decision_without_review(register: Register, on: date) -> Iterator[Place]:
    """Decisions without a human being are recorded, and not how somebody can have a person look at it; a law that allows them says so itself.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: credit, automated_decisions: {exists: true, ground: Contract with the customer}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: credit, automated_decisions: {exists: true, ground: Contract with the customer, human_review: Ask the baker}}]
    ```
    """
    for one, said in deciding(register, on):
        if not said.human_review and not lexicon("special", "by-law").finds(said.ground):
            yield Place(f"{one.path}.automated_decisions", {"activity": activity(register, one.key)})
