"""Consent is the basis, and where it can be shown is not recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Duty
from ropa.model import Register
from ropa.rules.at_once import is_everywhere
from ropa.rules.controlled import Aim, At, Ledger, controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule("ROPA108", article="7(1)", duty=Duty.GOOD_PRACTICE, theme="principles", profile="accountability")
def consent_without_record(register: Register, on: date) -> Iterator[Place]:
    """Consent is a legal basis, and it is not recorded where it can be shown.

    One finding for each activity, or one for the register where none has a record. A record kept of all consent, or an activity that keeps it, answers for every one.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: newsletter, purposes: {text: Telling the news, legal_bases: consent}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities:
      - {key: newsletter, purposes: {text: Telling the news, legal_bases: {basis: consent, record: Dated list}}}
    ```
    """
    ledger = controlled(register, on)
    if _is_kept(ledger):
        return
    given = [
        (one, aim, basis)
        for one in ledger.holders()
        for aim in one.aims
        for basis in aim.rests_on(Basis.CONSENT)
    ]
    lacking: dict[str, list[tuple[Aim, At]]] = {}
    for one, aim, basis in given:
        if not basis.value.record:
            lacking.setdefault(one.path, []).append((aim, basis))
    if is_everywhere(list(lacking), any(basis.value.record for _, _, basis in given)):
        yield Place("", {"purposes": named(register, [aim.words for _, aim, _ in given])})
        return
    for path, found in lacking.items():
        at = found[0][1].path if len(found) == 1 else path
        yield Place(at, {"purposes": named(register, [aim.words for aim, _ in found])})


def _is_kept(ledger: Ledger) -> bool:
    """Whether consent is recorded for all of it: as a general fact, or as data that an activity keeps."""
    return any(
        basis.value.record
        for said in ledger.said
        for basis in said.bases
        if basis.value.basis == Basis.CONSENT
    ) or any(item.value.kind == "consent-record" for one in ledger.activities for item in one.items)
