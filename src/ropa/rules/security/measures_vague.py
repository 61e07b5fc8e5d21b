"""What protects the data is said in words that fit any protection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.guarded import guarded, is_vague
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule("ROPA253", article="30(1)(g)", duty=Duty.WHERE_POSSIBLE, certainty=Certainty.LIKELY, theme="security")
def measures_vague(register: Register, on: date) -> Iterator[Place]:
    """The security measures are described as "appropriate measures" or the like, and no measure says more.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, security: Appropriate technical and organisational measures}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, security: [Appropriate measures, locked-storage]}]
    ```
    """
    for one in guarded(register, on):
        if one.measures and all(is_vague(measure) for _, measure in one.measures):
            first, _ = one.measures[0]
            said = [measure.text for _, measure in one.measures]
            yield Place(first, {"measures": named(register, said)}, article=one.article)
