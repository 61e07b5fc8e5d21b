"""Money is collected from an account, and no bank is among the recipients."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

COLLECTING = {"bank", "payment-provider", "debt-collector"}


@rule(
    "ROPA234",
    article="30(1)(d)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="recipients",
    profile="art30-strict",
)
def direct_debit_without_bank(register: Register, on: date) -> Iterator[Place]:
    """A purpose reads like a direct debit, and neither a bank nor a payment provider is recorded as a recipient of the activity.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, purposes: Collecting the price by direct debit}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: bank, services: bank}]
    activities: [{key: orders, purposes: Collecting the price by direct debit, flows: [{recipient: bank, role: controller}]}]
    ```
    """
    paid = {hop.activity for hop in register.flows(on=on) if _collects(register, hop.recipient)}
    debit = lexicon("recipients", "direct-debit")
    for one in controlled(register, on).activities:
        if one.key not in paid and not _declared(one):
            for aim in one.aims:
                if debit.finds(aim.words):
                    yield Place(aim.path, {"purpose": named(register, [aim.words])})


def _collects(register: Register, key: str) -> bool:
    return any(service in COLLECTING for service in register.party(key).services)


def _declared(one: Controlled) -> bool:
    return any(field in one.seen.activity.absences for field in ("flows", "recipients"))
