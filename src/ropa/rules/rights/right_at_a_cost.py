"""Exercising a right costs money."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Exercise, Register
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.provided import ways
from ropa.rules.rule import Place, rule


@rule("ROPA262", article="12(5)", duty=Duty.SHALL, theme="rights", profile="accountability")
def right_at_a_cost(register: Register, on: date) -> Iterator[Place]:
    """A right is not free of charge, other than for excessive requests or further copies.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {exercise: {right: access, free: false}}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, rights: {exercise: {right: copy, free: false, when: For further copies}}}]
    ```
    """
    for way in ways(register, on):
        said = _is_said(way.exercise)
        if said:
            facts = {"right": named(register, way.exercise.right, "rights")}
            yield Place(way.path, facts, certainty=said)


def _is_said(exercise: Exercise) -> Certainty | None:
    """That it costs something: stated, or by its words; None where it does not, or only where the law allows it."""
    texts = (exercise.limits, exercise.when)
    if any(lexicon("rights", "excessive").finds(text) for text in texts):
        return None
    if exercise.free is False:
        return Certainty.LIKELY if any(texts) else Certainty.RECORDED
    fee = exercise.free is None and any(lexicon("rights", "fee").finds(text) for text in texts)
    return Certainty.LIKELY if fee else None
