"""A waiver is past its last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.model.spot import segments
from ropa.rules.rule import Place, rule


@rule("ROPA300", article="5(2)", duty=Duty.GOOD_PRACTICE, theme="waivers", profile="accountability")
def waiver_expired(register: Register, on: date) -> Iterator[Place]:
    """A waiver whose last day has passed: nobody answers for the finding any longer.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    waivers: [{rule: item-missing, reason: The lawyers have it, by: An, until: 2026-01-31}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    waivers: [{rule: item-missing, reason: The lawyers have it, by: An, until: 2027-01-31}]
    ```
    """
    for end, one in zip(segments(register.waivers), register.waivers, strict=True):
        last = min((day for day in (one.until, one.valid_until) if day), default=None)
        if last and last < on:
            yield Place(f"waivers.{end}", {"rule": one.rule, "until": last})
