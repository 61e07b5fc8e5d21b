"""Data look like special data and are not marked as such."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.glossary import known
from ropa.law import Certainty, Duty, SpecialCategory
from ropa.model import Item, Register
from ropa.rules.controlled import controlled, item_of
from ropa.rules.lexicon import lexicon
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule


@rule(
    "ROPA137",
    article="9(1)",
    duty=Duty.SHALL,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def special_data_not_marked(register: Register, on: date) -> Iterator[Place]:
    """A category of data in words of one's own names something that Article 9 protects, and is not marked as special.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: staff, personal_data: [name, Fingerprints for the time clock]}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: staff, personal_data: [name, {kind: Fingerprints for the time clock, special: biometric-data}]}]
    ```
    """
    told = set()
    for one in controlled(register, on).activities:
        for at in one.items:
            category = _looks_like(item_of(at))
            if category and at.path not in told:
                told.add(at.path)
                facts = {
                    "item": named(register, [item_of(at).kind], "personal-data"),
                    "category": named(register, [category], "special-categories"),
                }
                yield Place(at.path, facts)


def _looks_like(item: Item) -> SpecialCategory | None:
    if item.special or item.reveals or (isinstance(item.kind, str) and item.kind in known("personal-data")):
        return None
    if not lexicon("special", *(one.value for one in SpecialCategory)).finds_in_a_name(item.kind):
        return None
    return next(one for one in SpecialCategory if lexicon("special", one.value).finds_in_a_name(item.kind))
