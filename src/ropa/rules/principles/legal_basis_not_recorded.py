"""Purposes stand in the register without a legal basis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.allocated import with_nothing_stated
from ropa.rules.at_once import is_everywhere
from ropa.rules.controlled import Controlled, Said, controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA100",
    article="6(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def legal_basis_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """A purpose of a controller has no legal basis, of its own or among those stated for its activity.

    One finding for each activity: at the purpose where it is one, at the activity where there are several. Where no
    legal basis is recorded anywhere, one for the register.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: Delivering bread}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe}]
    activities:
      - {key: orders, purposes: {text: Delivering bread, legal_bases: contract}}
      - {key: for-the-cafe, controllers: cafe, purposes: Baking for the café, flows: {recipient: bakery, role: processor}}
    ```
    """
    ledger = controlled(register, on)
    lacking = [
        (one, found)
        for one in ledger.holders()
        if not _proves_consent(one) and (found := with_nothing_stated(one))
    ]
    if is_everywhere(lacking, any(ledger.bases())):
        yield Place("", {"purposes": named(register, [aim.words for _, found in lacking for aim in found])})
        return
    for one, found in lacking:
        at = found[0].path if len(found) == 1 else one.path
        yield Place(at, {"purposes": named(register, [aim.words for aim in found])})


def _proves_consent(one: Controlled | Said) -> bool:
    """Whether all it holds is proof of consent, which Article 7(1) asks for by itself."""
    return isinstance(one, Controlled) and {at.value.kind for at in one.items} == {"consent-record"}
