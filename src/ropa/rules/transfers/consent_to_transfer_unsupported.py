"""Consent to a transfer is not supported by the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Basis, Certainty, Duty, Ground, Tables
from ropa.model import Register
from ropa.rules.destination import destination
from ropa.rules.rule import Place, rule
from ropa.transfer import judged


@rule(
    "ROPA219",
    article="49(1)(a)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="transfers",
    profile="accountability",
)
def consent_to_transfer_unsupported(register: Register, on: date, tables: Tables) -> Iterator[Place]:
    """A transfer rests on consent, and neither the consent nor the information about the risks is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-consent}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: host, name: The Host}]
    activities:
      - {key: shop, name: Shop, flows: {recipient: host, role: processor, countries: IN, grounds: derogation-consent, when: Told of the risks and asked on the form}}
    ```
    """
    for one in judged(register, on=on, tables=tables):
        transfer, hop = one.transfer, one.transfer.hop
        if Ground.DEROGATION_CONSENT not in transfer.grounds or hop is None:
            continue
        asked = any(basis.basis == Basis.CONSENT and basis.holds(on) for basis in hop.flow.legal_bases)
        if not asked and hop.flow.when is None:
            yield Place(transfer.path, {"destination": destination(register, transfer)})
