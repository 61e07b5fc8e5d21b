"""No measure on record tests whether the others work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.guarded import certified, guarded, serves
from ropa.rules.rule import Place, rule


@rule(
    "ROPA257",
    article="32(1)(d)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="security",
    profile="accountability",
)
def measures_not_tested(register: Register, on: date) -> Iterator[Place]:
    """Measures are on record, and neither a test, an audit or a review nor a certificate of the holder is: told once.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, security: [encryption, access-control]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, security: [encryption, access-control, "The locks are tested every spring"]}]
    ```
    """
    held = [measure for one in guarded(register, on) for _, measure in one.measures]
    shown = register.holder is not None and certified(register.party(register.holder), on)
    if held and not shown and not any("d" in serves(measure) for measure in held):
        yield Place("")
