"""The data are told by examples: which there are besides stays open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.rules.controlled import controlled
from ropa.rules.naming import activity, named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA124",
    article="30(1)(c)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
    profile="art30-strict",
)
def data_by_example(register: Register, on: date) -> Iterator[Place]:
    """Categories of data are given as examples only ("such as", "etc."): whether they are all is not recorded.

    One finding for each activity.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, personal_data: [{kind: name, example: true}, {kind: address, example: true}]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, personal_data: [name, address]}]
    ```
    """
    for one in controlled(register, on).activities:
        examples = [at.value.kind for at in one.items if at.value.example]
        if examples:
            facts = {
                "activity": activity(register, one.key),
                "data": named(register, examples, "personal-data"),
            }
            yield Place(one.path, facts)
