"""Who refuses a cookie has a service that works less well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.lexicon import lexicon
from ropa.rules.placed import EXEMPT, called, placed
from ropa.rules.rule import Place, rule


@rule(
    "ROPA286",
    article="7(4)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def refusing_cookie_breaks_service(register: Register, on: date) -> Iterator[Place]:
    """Refusing a cookie that the service does not need makes parts of it work less well, as the register tells.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: analytical, consent: required, refuse: Some functions may not work}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {kind: shopping-cart, refuse: Some functions may not work}}]
    ```
    """
    for one in placed(register, on):
        kind = one.cookie.kind
        needed = isinstance(kind, str) and kind in EXEMPT
        if not needed and lexicon("cookies", "works-less").finds(one.cookie.refuse):
            yield Place(one.path, {"cookie": called(register, one.cookie)})
