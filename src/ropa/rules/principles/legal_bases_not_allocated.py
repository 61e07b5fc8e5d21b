"""Legal bases are stated, and not which of them is for which purpose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.allocated import left_open
from ropa.rules.controlled import Aim, Ledger, controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA101",
    article="6(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def legal_bases_not_allocated(register: Register, on: date) -> Iterator[Place]:
    """Several legal bases are stated at once, and for some purposes it is not recorded which of them applies.

    One finding for each place that states them.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{legal_bases_any_of: [consent, contract, legal-obligation]}]
    activities: [{key: orders, purposes: Delivering bread}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    general: [{legal_bases_any_of: [consent, contract, legal-obligation]}]
    activities: [{key: orders, purposes: {text: Delivering bread, legal_bases: contract}}]
    ```
    """
    ledger = controlled(register, on)
    covered = _covered(ledger)
    for said in ledger.said:
        found = left_open(said, [*said.aims, *covered[said.path]])
        if found:
            bases = [one.value.basis for one in (*said.any_of, *said.bases)]
            yield Place(said.path, _facts(register, bases, found))
    for _, aim in ledger.aims():
        if aim.any_of and not aim.bases:
            yield Place(aim.path, _facts(register, [one.value.basis for one in aim.any_of], [aim]))


def _covered(ledger: Ledger) -> dict[str, list[Aim]]:
    """The purposes of the activities that each general entry covers."""
    found: dict[str, list[Aim]] = {said.path: [] for said in ledger.said}
    for one in ledger.activities:
        for said in one.said:
            found[said.path] += one.aims
    return found


def _facts(register: Register, bases: list[str], aims: list[Aim]) -> dict[str, object]:
    return {
        "count": len(aims),
        "bases": named(register, bases, "legal-bases"),
        "purposes": named(register, [aim.words for aim in aims]),
    }
