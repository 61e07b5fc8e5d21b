"""It is not said where data come from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

ARISING = frozenset({
    "cookies", "ip-address", "mac-address", "device-id", "device-data", "browser-data", "online-identifier",
    "browsing-behaviour", "click-behaviour", "email-opens", "usage-data", "visitor-statistics", "log-data", "access-records",
    "camera-images", "call-recording", "call-metadata", "traffic-data", "consent-record",
})  # fmt: skip
"""Data that arise where they are recorded: their origin goes without saying."""


@rule(
    "ROPA275",
    article="14(2)(f)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="notices",
    profile="accountability",
)
def origin_of_data_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """Activities hold data for which neither a source nor a flow that brings them is on record: told once for all.

    Data that people have to provide, or need not, come from them: Article 13 is about those.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: prospects, personal_data: [name, address]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: prospects, personal_data: [{kind: name, source: data-subject}, {kind: age, source: automatic}]}]
    ```
    """
    brought = {hop.activity for hop in register.flows(on=on) if hop.source}
    left = [
        one
        for one in controlled(register, on).activities
        if _has_data(one, on) and one.key not in brought and not _is_known(one)
    ]
    if left:
        names = named(register, [one.seen.activity.name or one.key for one in left])
        yield Place(left[0].path if len(left) == 1 else "", {"activities": names})


def _has_data(one: Controlled, on: date) -> bool:
    """Whether it has data whose origin does not go without saying."""
    return any(at.value.kind not in ARISING for at in one.items) and not one.seen.values("cookies", on)


def _is_known(one: Controlled) -> bool:
    """Whether a source is recorded; what somebody has to provide comes from the people, by Article 13."""
    if one.seen.activity.if_refused or any(at.value.source for at in one.items):
        return True
    return bool(one.items) and all(at.value.required is not None for at in one.items)
