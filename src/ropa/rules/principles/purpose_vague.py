"""A purpose says too little to know what the data are for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.model.text import Text
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import general, lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA115",
    article="5(1)(b)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def purpose_vague(register: Register, on: date) -> Iterator[Place]:
    """A purpose is made of general words only, such as "other purposes", "administration" or "improving our services".

    One finding for each activity: at the purpose where it is one, at the activity where there are several.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: Improving our services}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: [Delivering bread, Administration of the savings card]}]
    ```
    """
    ledger = controlled(register, on)
    for one in ledger.holders():
        found = [aim for aim in one.aims if _is_vague(aim.words)]
        if found:
            at = found[0].path if len(found) == 1 else one.path
            yield Place(at, {"purposes": named(register, [aim.words for aim in found])})


def _is_vague(purpose: Text) -> bool:
    return lexicon("principles", "vague-anywhere").finds_in_a_name(purpose) or general(
        "principles", "vague"
    ).is_all(purpose)
