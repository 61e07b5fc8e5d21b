"""No measure on record serves a point of Article 32(1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.guarded import LETTERS, guarded, serves
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA255",
    article="32(1)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="security",
    profile="accountability",
)
def point_of_article_32_not_covered(register: Register, on: date) -> Iterator[Place]:
    """Measures are on record, and none of them in the whole register serves point (a), (b) or (c): told once.

    Testing, point (d), is a rule of its own.

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
    activities: [{key: orders, security: [encryption, access-control]}, {key: wages, security: backup}]
    ```
    """
    held = [measure for one in guarded(register, on) for _, measure in one.measures]
    served = frozenset(letter for measure in held for letter in serves(measure))
    left = [letter for letter in LETTERS[:3] if letter not in served]
    if held and left:
        yield Place("", {"points": named(register, left, "objectives")})
