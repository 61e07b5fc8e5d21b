"""A right that the data subjects have is provided for nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import known, phrase
from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import Fact, named
from ropa.rules.provided import not_provided, says_rights
from ropa.rules.rule import Place, rule


@rule(
    "ROPA261",
    article="12(2)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="rights",
    profile="accountability",
)
def right_not_provided(register: Register, on: date) -> Iterator[Place]:
    """Rights are on record, and one that an activity calls for is not among them: one finding for each such right.

    Portability goes with consent and contract, objection with legitimate interests, a public task and marketing,
    withdrawal with consent; where a purpose has no basis on record, the first two may go
    with it. Where no right at all is on record, that is another finding.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        rights:
          exercise: {right: [access, rectification, erasure]}
          complaint: Autoriteit Persoonsgegevens
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - key: orders
        rights:
          exercise: {right: [access, rectification, erasure, restriction]}
          complaint: Autoriteit Persoonsgegevens
    ```
    """
    if not says_rights(register, on):
        return
    every = controlled(register, on).activities
    for right, lacking in not_provided(register, on).items():
        facts = {"right": named(register, [right], "rights"), "what": _what(register, lacking, len(every))}
        at = lacking[0].path if len(lacking) == 1 else ""
        yield Place(at, facts, article=known("rights")[right]["article"], of=right)


def _what(register: Register, lacking: list[Controlled], every: int) -> Fact:
    """In which activities: the register as a whole where it is all of them."""
    if len(lacking) == every:
        return lambda language: phrase("rules.words.register", language)
    return named(register, [one.seen.activity.name or one.key for one in lacking])
