"""Joint controllers have no arrangement on record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, Role
from ropa.model import PEOPLE, Register
from ropa.rules.answering import are_arranged
from ropa.rules.naming import activity
from ropa.rules.rule import Place, rule
from ropa.rules.told import parties


@rule("ROPA183", article="26(1)", duty=Duty.SHALL, theme="recipients", profile="accountability")
def joint_controllers_without_arrangement(register: Register, on: date) -> Iterator[Place]:
    """Controllers are joint, and no arrangement between them is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: cafe, name: The Café}]
    activities: [{key: card, name: Card, controllers: [bakery, cafe], joint: true}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery, name: The Bakery}, {key: cafe, name: The Café}]
    agreements: [{key: deal, kind: joint-controller-arrangement, between: [bakery, cafe], covers: card}]
    activities: [{key: card, name: Card, controllers: [bakery, cafe], joint: true}]
    ```
    """
    for seen in register.seen():
        one, controllers = seen.activity, register.controllers_of(seen.activity)
        if (
            one.joint
            and one.holds(on)
            and len(controllers) > 1
            and not are_arranged(register, controllers, one.key, on)
        ):
            facts = {"parties": parties(register, controllers), "activity": activity(register, one.key)}
            yield Place(seen.path, facts)
    told: set[str] = set()
    for hop in register.flows(on=on):
        ends = (hop.sender, hop.recipient)
        if hop.role != (Role.JOINT_CONTROLLER,) or hop.source or hop.sender == PEOPLE or hop.path in told:
            continue
        if not are_arranged(register, ends, hop.activity, on):
            told.add(hop.path)
            where = activity(register, hop.activity) if hop.activity else parties(register, ends)
            certainty = Certainty.LIKELY if hop.flow.possible else None
            yield Place(
                hop.path, {"parties": parties(register, ends), "activity": where}, certainty=certainty
            )
