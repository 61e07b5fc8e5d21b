"""A joint activity does not name the other controller."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import Register
from ropa.rules.answering import together
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule


@rule("ROPA185", article="30(1)(a)", duty=Duty.SHALL, theme="recipients", profile="art30-strict")
def joint_controller_not_named(register: Register, on: date) -> Iterator[Place]:
    """An activity is recorded as joint, and who the other controller is, is not.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}]
    activities: [{key: card, name: Card, controllers: bakery, joint: true}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: cafe, name: The Café}]
    activities: [{key: card, name: Card, controllers: [bakery, cafe], joint: true}]
    ```
    """
    for seen in register.seen():
        one, controllers = seen.activity, register.controllers_of(seen.activity)
        joint = one.holds(on) and (one.joint or together(register, one, on))
        if joint and (len(controllers) < 2 or any(register.party(key).named is False for key in controllers)):
            yield Place(seen.path, {"activity": activity(register, one.key)})
