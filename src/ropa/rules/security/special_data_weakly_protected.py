"""Special data are processed, and no measure on record keeps others from reading them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Item, Measure, Register
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.guarded import Guarded, guarded, serves
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule

KEEPS_OUT = frozenset({
    "access-control", "authorisation-policy", "access-review", "authentication", "two-factor-authentication",
    "single-sign-on", "password-policy", "privileged-access", "physical-access", "locked-storage", "tenant-separation",
})  # fmt: skip
"""Known measures that keep others from reading the data."""


@rule(
    "ROPA256",
    article="32(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="security",
    profile="accountability",
)
def special_data_weakly_protected(register: Register, on: date) -> Iterator[Place]:
    """Special or criminal data are on record with measures, and none of these encrypts them or controls who can reach them.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: cakes, personal_data: allergies, security: staff-training}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: cakes, personal_data: allergies, security: [staff-training, access-control]}]
    ```
    """
    held = {one.path: one for one in guarded(register, on) if one.key}
    for one in controlled(register, on).activities:
        left = _unprotected(one, held[one.path]) if held[one.path].measures else []
        if left:
            facts = {
                "activity": activity(register, one.key),
                "data": named(register, [item.kind for item in left], "personal-data"),
            }
            yield Place(one.path, facts)


def _unprotected(one: Controlled, held: Guarded) -> list[Item]:
    protecting = [measure for _, measure in held.measures if _keeps_out(measure)]
    return [
        at.value
        for at in one.items
        if _is_special(at.value)
        and not any(not measure.covers or at.value.kind in measure.covers for measure in protecting)
    ]


def _is_special(item: Item) -> bool:
    return bool(item.says("special") or item.says("reveals") or item.says("criminal"))


def _keeps_out(measure: Measure) -> bool:
    if "a" in serves(measure) or measure.text in KEEPS_OUT:
        return True
    return lexicon("security", "access").finds(measure.text)
