"""How long cookies stay is not on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Cookie, Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule("ROPA283", article="13(2)(a)", duty=Duty.GOOD_PRACTICE, theme="cookies", profile="accountability")
def cookie_lifetime_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """Cookies are on record without their lifetime: one finding for each activity that has such.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: [{kind: analytical}, {kind: language, lifetime: P1Y}]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: site, cookies: [{kind: session}, {kind: language, lifetime: P1Y}]}]
    ```
    """
    for one in controlled(register, on).activities:
        left = [cookie for cookie in one.seen.values("cookies", on) if _is_left(cookie)]
        if left:
            yield Place(one.path, {"activity": activity(register, one.key), "number": str(len(left))})


def _is_left(cookie: Cookie) -> bool:
    return cookie.lifetime is None and cookie.kind != "session" and "lifetime" not in cookie.absences
