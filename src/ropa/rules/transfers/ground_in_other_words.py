"""A ground of transfer is left open by words that name none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import DeclaredTransfer, Register
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule
from ropa.rules.stated import stated


@rule(
    "ROPA198",
    article="46(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def ground_in_other_words(register: Register, on: date) -> Iterator[Place]:
    """A transfer may rest on "similar rules" or the like as well: the Regulation lists the grounds, and that is none of them.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: shop, transfers: {grounds: standard-contractual-clauses, when: Or on comparable rules}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: shop, transfers: {grounds: standard-contractual-clauses, when: The shop is asked for it}}]
    ```
    """
    for one in stated(register, on, "transfers"):
        said: DeclaredTransfer = one.value
        if lexicon("transfers", "other-ground").finds(said.when):
            yield Place(one.path, {"words": named(register, [said.when or ""])})
