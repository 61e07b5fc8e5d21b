"""The way to the supervisory authority is told as one that opens afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.complaints import complaints
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA269",
    article="77(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="rights",
    profile="accountability",
)
def complaint_only_afterwards(register: Register, on: date) -> Iterator[Place]:
    """A complaint to the authority is given only after one to the controller; the right has no such condition.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {complaint: "Autoriteit Persoonsgegevens, if we have not resolved your complaint"}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {complaint: "Autoriteit Persoonsgegevens, or ask us"}}]
    ```
    """
    for one in complaints(register, on):
        if lexicon("rights", "complaint-afterwards").finds(one.text):
            yield Place(one.path, {"complaint": named(register, [one.text])})
