"""Something asked of each category stands in the register only once for many activities."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.fields import cards
from ropa.law import Certainty, Duty
from ropa.model import Activity, Register
from ropa.rules.recorded import as_controller
from ropa.rules.rule import Place, rule


@rule(
    "ROPA004",
    article="30(1)(f)",
    duty=Duty.WHERE_POSSIBLE,
    certainty=Certainty.LIKELY,
    profile="accountability",
)
def only_in_general(register: Register, on: date) -> Iterator[Place]:
    """What Article 30 asks for each category of data is said in general only: whether it fits here is for a person to see.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{retention: As long as it is needed}]
    activities: [{key: wages}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{retention: As long as it is needed}]
    activities: [{key: wages, retention: {period: P7Y, starts: end-of-employment}}]
    ```
    """
    asked = [card for card in cards(Activity) if card.each]
    for record in as_controller(register, on):
        for entry in record.entries:
            for card in asked:
                said = entry.said(card.attribute)
                if said and said[0].general and not entry.activity.absences.get(card.key):
                    # Not of which activity: what is said of many is told once, with all its places.
                    facts = {"field": card.label, "key": card.key}
                    yield Place(entry.seen.path, facts, article=card.article, duty=card.duty)
