"""Who refuses a cookie is kept out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.lexicon import lexicon
from ropa.rules.placed import called, placed, waits_for_consent
from ropa.rules.rule import Place, rule


@rule(
    "ROPA285",
    article="7(4)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def cookie_wall(register: Register, on: date) -> Iterator[Place]:
    """Whoever refuses a cookie that waits for consent has no access: whether the consent is free is for a person to see.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: advertising, consent: required, refuse: Then there is no access}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: functional, refuse: Then there is no access to the account}}]
    ```
    """
    for one in placed(register, on):
        if lexicon("cookies", "no-entry").finds(one.cookie.refuse) and waits_for_consent(one):
            yield Place(one.path, {"cookie": called(register, one.cookie)})
