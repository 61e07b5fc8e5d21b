"""Whether data have to be given is said of none of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Duty
from ropa.model import PEOPLE, Register
from ropa.rules.controlled import Controlled, controlled
from ropa.rules.rule import Place, rule


@rule("ROPA274", article="13(2)(e)", duty=Duty.GOOD_PRACTICE, theme="notices", profile="accountability")
def obligation_to_give_data_not_recorded(register: Register, on: date) -> Iterator[Place]:
    """Data are collected from people, and of none of them it is on record whether they must be given: told once.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, personal_data: [{kind: name, source: data-subject}]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, personal_data: [{kind: name, source: data-subject, required: true}]}]
    ```
    """
    every = controlled(register, on).activities
    asked = [one for one in every if _is_asked(one, on)]
    if asked and not any(_is_said(one, on) for one in every):
        yield Place("")


def _is_asked(one: Controlled, on: date) -> bool:
    return any("data-subject" in at.value.source for at in one.items) or any(
        flow.sender == PEOPLE for flow in one.seen.values("flows", on)
    )


def _is_said(one: Controlled, on: date) -> bool:
    return bool(one.seen.values("if_refused", on)) or any(at.value.required is not None for at in one.items)
