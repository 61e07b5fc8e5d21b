"""The same purpose stands under two roles: for whom somebody acts is not recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.model.text import Text, sayings
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity, named, party
from ropa.rules.rule import Place, rule


@rule(
    "ROPA167",
    article="4(7)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="parties",
    profile="accountability",
)
def same_purpose_in_two_roles(register: Register, on: date) -> Iterator[Place]:
    """The holder pursues a purpose as controller, and the same one as processor of somebody else: which it is stays open.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe}]
    activities:
      - {key: card, purposes: Saving points}
      - {key: card-of-cafe, controllers: cafe, purposes: Saving points, flows: {recipient: bakery, role: processor}}
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}, {key: cafe}]
    activities:
      - {key: card, purposes: Paying the staff of the bakery}
      - {key: card-of-cafe, controllers: cafe, purposes: Saving points, flows: {recipient: bakery, role: processor}}
    ```
    """
    if register.holder is None:
        return
    own = _own(register, on)
    told: set[str] = set()
    for hop in register.flows(on=on):
        if (
            hop.recipient != register.holder
            or not hop.is_processor
            or not hop.activity
            or hop.activity in told
        ):
            continue
        told.add(hop.activity)
        for purpose in register.activity(hop.activity).purposes:
            others = (
                key for word in _words(purpose.text) for key in own.get(word, ()) if key != hop.activity
            )
            here = next(others, None)
            if here is not None and purpose.holds(on):
                yield Place(
                    f"activities.{hop.activity}",
                    {
                        "party": party(register, register.holder),
                        "purpose": named(register, [purpose.text]),
                        "activity": activity(register, here),
                    },
                )
                break


def _own(register: Register, on: date) -> Mapping[str, Sequence[str]]:
    """The purposes of the holder as controller, each with its activities."""
    found: dict[str, list[str]] = {}
    for one in controlled(register, on).activities:
        for aim in one.aims:
            for word in _words(aim.purpose.text):
                found.setdefault(word, []).append(one.key)
    return found


def _words(text: Text) -> tuple[str, ...]:
    return tuple(" ".join(one.casefold().split()) for one in sayings(text))
