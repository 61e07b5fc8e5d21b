"""A cookie that waits for consent, and consent is not on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.placed import ASKED_FOR, NOT_GIVEN, Placed, called, placed, waits_for_consent
from ropa.rules.rule import Place, rule


@rule(
    "ROPA280",
    article="ePrivacy Directive 5(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def cookie_without_consent(register: Register, on: date) -> Iterator[Place]:
    """A cookie for statistics, advertising, social media or others is on record, and not that consent is asked for it.

    For statistics some national laws make an exception: a person has to look.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: [{kind: advertising, consent: not-asked}, {kind: analytical}]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: [{kind: advertising, consent: required}, {kind: functional, consent: none}]}]
    ```
    """
    for one in placed(register, on):
        consent = one.cookie.consent
        if (consent is None or consent in NOT_GIVEN) and waits_for_consent(one):
            yield Place(one.path, {"cookie": called(register, one.cookie)}, certainty=_certainty(one))


def _certainty(one: Placed) -> Certainty | None:
    stated = one.cookie.consent is not None and one.cookie.kind in ASKED_FOR and not one.cookie.possible
    return Certainty.RECORDED if stated else None
