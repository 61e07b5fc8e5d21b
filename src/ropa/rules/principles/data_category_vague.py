"""A category of data says too little to know which data it holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty
from ropa.model import Register
from ropa.model.spot import segments
from ropa.model.text import Text
from ropa.rules.controlled import controlled
from ropa.rules.lexicon import general, lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA122",
    article="30(1)(c)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="principles",
)
def data_category_vague(register: Register, on: date) -> Iterator[Place]:
    """A category of personal data is made of general words only, such as "customer data" or "certain data".

    One finding for each activity: at the category where it is one, at the activity where there are several.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, personal_data: [name, Customer data]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: orders, personal_data: [name, Data on the bread ordered]}]
    ```
    """
    ledger = controlled(register, on)
    holders = [(one.path, one.seen.activity.personal_data) for one in ledger.activities]
    holders += [(one.path, one.general.personal_data) for one in ledger.said]
    for path, items in holders:
        ends = segments(items) if items else ()
        found = [
            (end, item.kind)
            for end, item in zip(ends, items, strict=True)
            if item.holds(on) and _is_vague(item.kind)
        ]
        if found:
            at = f"{path}.personal_data.{found[0][0]}" if len(found) == 1 else path
            yield Place(at, {"items": named(register, [kind for _, kind in found])})


def _is_vague(kind: Text) -> bool:
    return lexicon("principles", "data-anywhere").finds_in_a_name(kind) or general(
        "principles", "data"
    ).is_all(kind)
