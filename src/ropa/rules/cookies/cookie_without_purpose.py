"""What a cookie is for is not on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.placed import called, placed
from ropa.rules.rule import Place, rule


@rule(
    "ROPA284",
    article="ePrivacy Directive 5(3)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="cookies",
    profile="accountability",
)
def cookie_without_purpose(register: Register, on: date) -> Iterator[Place]:
    """Neither a purpose nor a kind that tells it is on record for a cookie.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: {name: _x1}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: [{name: _x1, kind: language}, {name: _x2, purpose: Remembers the cart}]}]
    ```
    """
    for one in placed(register, on):
        tells = isinstance(one.cookie.kind, str) and one.cookie.kind not in (
            "third-party",
            "local-storage",
            "pixel",
        )
        if one.cookie.purpose is None and not tells and "purpose" not in one.cookie.absences:
            yield Place(one.path, {"cookie": called(register, one.cookie)})
