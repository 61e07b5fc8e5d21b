"""Of some processors no security measure is recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Party, Register
from ropa.rules.controlled import controlled
from ropa.rules.guarded import certified, guarded
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties


@rule(
    "ROPA258",
    article="28(1)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="security",
    profile="accountability",
)
def measures_of_processors_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """Processors work for the holder, and neither a measure of theirs nor a certificate is on record: told once for all.

    A listing under a scheme for transfers, such as the Data Privacy Framework, is a ground and no such certificate.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: shop-host}]
    activities: [{key: orders, flows: {recipient: shop-host, role: processor}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: shop-host, security: encryption-at-rest}]
    activities: [{key: orders, flows: {recipient: shop-host, role: processor}}]
    ```
    """
    theirs = {measure.by for one in guarded(register, on) for _, measure in one.measures}
    own = {one.key for one in controlled(register, on).activities}
    engaged = dict.fromkeys(
        hop.recipient
        for hop in register.flows(on=on)
        if hop.is_processor
        and not hop.sub_processor
        and hop.activity in own
        and hop.recipient != register.holder
    )
    left = [key for key in engaged if key not in theirs and not _shows(register.party(key), on)]
    if left:
        yield Place("", {"processors": parties(register, left, every=True)})  # the place names none of them


def _shows(party: Party, on: date) -> bool:
    return certified(party, on) or any(one.holds(on) for one in party.security)
