"""Consent was collected by the employer of the data subjects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty
from ropa.model import PEOPLE, Register
from ropa.rules.controlled import At, bases_of_flow, controlled
from ropa.rules.naming import party
from ropa.rules.rule import Place, rule

EMPLOYER = "employer"
OF_OTHERS = ("employees-of-customers", "employees-of-suppliers")


@rule(
    "ROPA107",
    article="7(4)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="accountability",
)
def consent_collected_by_employer(register: Register, on: date) -> Iterator[Place]:
    """Consent, for a purpose or a disclosure, was obtained by the employer of the data subjects.

    Flagged:

    ```yaml
    ropa: 1
    holder: invitations
    parties: [{key: invitations}, {key: customers, named: false, services: employer}]
    activities:
      - key: accounts
        data_subjects: users
        flows:
          sender: customers
          recipient: invitations
          legal_bases: {basis: consent, obtained_by: customers}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: invitations
    parties: [{key: invitations}, {key: agency}]
    activities:
      - key: accounts
        data_subjects: users
        flows: {sender: agency, recipient: invitations, legal_bases: {basis: consent, obtained_by: agency}}
    ```
    """
    for one, kinds in _bases(register, on):
        by = one.value.obtained_by
        if one.value.basis != Basis.CONSENT or not by or by == register.holder:
            continue
        if EMPLOYER in register.party(by).services or any(kind in OF_OTHERS for kind in kinds):
            yield Place(one.path, {"employer": party(register, by)})


def _bases(register: Register, on: date) -> Iterator[tuple[At, tuple[object, ...]]]:
    ledger = controlled(register, on)
    for activity in ledger.activities:
        for aim in activity.aims:
            yield from ((one, activity.kinds) for one in aim.bases)
    for said in ledger.said:
        yield from ((one, ()) for one in (*said.bases, *(base for aim in said.aims for base in aim.bases)))
    mine = {one.key for one in ledger.activities}
    seen = set()
    for hop in register.flows(on=on):
        if hop.activity in mine and hop.path not in seen and hop.recipient != PEOPLE:
            seen.add(hop.path)
            yield from ((one, hop.data_subjects) for one in bases_of_flow(hop.flow, hop.path, on))
