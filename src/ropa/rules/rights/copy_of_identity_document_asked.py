"""Whoever exercises a right has to send a copy of an identity document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.provided import ways
from ropa.rules.rule import Place, rule


@rule(
    "ROPA263",
    article="12(6)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="rights",
    profile="accountability",
)
def copy_of_identity_document_asked(register: Register, on: date) -> Iterator[Place]:
    """A copy of an identity document is asked of everybody: the law allows more information where there is doubt who asks.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {exercise: {right: access, limits: Only with a copy of your passport}}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {exercise: {right: access, limits: "If in doubt, the baker calls you"}}}]
    ```
    """
    for way in ways(register, on):
        said = way.exercise
        texts = (said.limits, said.when, said.then, *said.channels)
        if any(lexicon("rights", "identity-copy").finds(text) for text in texts):
            yield Place(way.path, {"right": named(register, said.right, "rights")})
