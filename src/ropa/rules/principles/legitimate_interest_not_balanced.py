"""Legitimate interests are the basis, and no balancing is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.rules.at_once import is_everywhere
from ropa.rules.controlled import At, controlled
from ropa.rules.interests import place_of
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA104",
    article="6(1)(f)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def legitimate_interest_not_balanced(register: Register, on: date) -> Iterator[Place]:
    """No balancing of a legitimate interest against those of the data subjects is recorded.

    One finding for each interest, where it stands or is stated first: the balance is made for the interest, not for each use of it. Where none is balanced anywhere, one for the register.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: cameras
        purposes: {text: Preventing theft, legal_bases: {basis: legitimate-interests, interest: Protecting the till}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: cameras
        purposes:
          text: Preventing theft
          legal_bases: {basis: legitimate-interests, interest: Protecting the till, assessment: Balance of 3 May 2024}
    ```
    """
    first: dict[object, At] = {}
    balanced = set()
    for one in controlled(register, on).bases():
        if one.value.basis == Basis.LEGITIMATE_INTERESTS and one.value.interest:
            first.setdefault(one.value.interest, one)
            if one.value.assessment:
                balanced.add(one.value.interest)
    lacking = [one for interest, one in first.items() if interest not in balanced]
    words = [register.interest(one.value.interest) for one in lacking]
    if is_everywhere(lacking, bool(balanced)):
        yield Place("", {"interest": named(register, words)})
        return
    for one, said in zip(lacking, words, strict=True):
        yield Place(place_of(register, one), {"interest": named(register, [said])})
