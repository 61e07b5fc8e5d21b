"""Legitimate interests are the basis, and the interest is not said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import Register
from ropa.model.text import Text
from ropa.rules.at_once import is_everywhere
from ropa.rules.controlled import At, controlled
from ropa.rules.interests import place_of
from ropa.rules.lexicon import general
from ropa.rules.rule import Place, rule


@rule(
    "ROPA103",
    article="13(1)(d)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def legitimate_interest_not_stated(register: Register, on: date) -> Iterator[Place]:
    """Legitimate interests are stated as legal basis without the interest that is pursued, or with words that do not tell it.

    "An interest of ours" tells nothing; it is reported once, where it stands first, and also where no purpose rests on it yet.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: cameras, purposes: {text: Preventing theft, legal_bases: legitimate-interests}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: cameras
        purposes: {text: Preventing theft, legal_bases: {basis: legitimate-interests, interest: Protecting the till}}
    ```
    """
    lacking: dict[object, At] = {}
    stated = False
    for one in controlled(register, on).bases():
        if one.value.basis != Basis.LEGITIMATE_INTERESTS:
            continue
        interest = one.value.interest
        if not interest or _tells_nothing(register, register.interest(interest)):
            lacking.setdefault(interest or one.path, one)
        else:
            stated = True
    unused = [
        one.key for one in register.interests if one.key not in lacking and _tells_nothing(register, one.text)
    ]
    if is_everywhere([*lacking, *unused], stated):
        yield Place("")
        return
    for one in lacking.values():
        yield Place(place_of(register, one))
    for key in unused:
        yield Place(f"interests.{key}")


def _tells_nothing(register: Register, interest: Text) -> bool:
    holder = register.party(register.holder).name if register.holder else None
    return general("principles", "interest").is_all(interest, holder)
